package org.upstart4j.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.Entry;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.Problem;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * Tells how long files take that are made to be slow to read, in two sizes, one four times the
 * other: a cost that is not linear shows as a growth of well over 4.
 */
public final class HostileInputs {

  private static final int SMALL = 250_000;
  private static final int LARGE = 1_000_000;

  private HostileInputs() {}

  /** Measures all inputs, or those whose names contain the first argument. */
  public static void main(String[] args) {
    String wanted = args.length > 0 ? args[0] : "";
    System.out.printf(
        "%-42s %6s %7s %9s %8s %7s %7s %7s%n",
        "", "MB", "parse", "problems", "verdict", "texts", "sum", "growth");
    inputs()
        .forEach(
            (name, input) -> {
              if (name.contains(wanted)) {
                measure(name, input);
              }
            });
  }

  private static Map<String, IntFunction<String>> inputs() {
    Map<String, IntFunction<String>> inputs = new LinkedHashMap<>();
    inputs.put("nested parentheses", n -> "start on " + nested("(", n, ")"));
    inputs.put("nested on the right", n -> "start on " + nested("(a or ", n, ")"));
    inputs.put("parentheses never closed", n -> "start on " + "(".repeat(n));
    inputs.put("a or a or a ...", n -> "start on a" + " or a".repeat(n));
    inputs.put("a or a, a line each", n -> "start on (a" + " or\na".repeat(n) + ")");
    inputs.put("an event with many arguments", n -> "start on a" + " b".repeat(n));
    inputs.put("conditions given up", n -> "start on (\n\n".repeat(n));
    inputs.put("blank lines in parentheses", n -> "start on (a\n" + " \\\n".repeat(n));
    inputs.put("one word", n -> "description " + "x".repeat(10 * n));
    inputs.put("one word, unknown", n -> "x".repeat(10 * n));
    inputs.put("one command", n -> "exec " + "x ".repeat(5 * n) + "y");
    inputs.put("one command, blanks at the end", n -> "exec x" + " ".repeat(10 * n));
    inputs.put("one quoted string", n -> "description \"" + "x".repeat(10 * n) + '"');
    inputs.put("one comment", n -> "#" + "x".repeat(10 * n));
    inputs.put("backslashes", n -> "description " + "\\".repeat(10 * n));
    inputs.put("backslashes, an odd number", n -> "description " + "\\".repeat(10 * n + 1));
    inputs.put("backslashes and line breaks", n -> "env" + " \\\n".repeat(5 * n));
    inputs.put("NULs", n -> "\0".repeat(10 * n));
    inputs.put("bytes that are no UTF-8", n -> "env " + "\udcff".repeat(10 * n));
    inputs.put("blank lines", "\n"::repeat);
    inputs.put("stanzas", "env A=b\n"::repeat);
    inputs.put("unknown stanzas", "foo\n"::repeat);
    inputs.put("manual on one line", "manual "::repeat);
    inputs.put("words of a list", n -> "emits" + " w".repeat(n));
    inputs.put("script lines", n -> "script\n" + "  x\n".repeat(n) + "end script\n");
    inputs.put("scripts never closed", "script\n"::repeat);
    inputs.put("\" a line", n -> "\"x\n".repeat(n + 1));
    inputs.put("\" a line, after a keyword", n -> "description \"x\n".repeat(n + 1));
    inputs.put("\" and ' in turn, a line each", "env \"x\nenv 'y\n"::repeat);
    inputs.put("\" and ' in turn, on one line", n -> "env " + "\"'".repeat(n));
    inputs.put("\" never closed, then '", n -> "env \"a\n" + "env 'b\n".repeat(n));
    inputs.put("escaped quotes", "env \"\\\"\n"::repeat);
    inputs.put("it's in commands", n -> "exec it's\n".repeat(n + 1));
    inputs.put("\" in conditions", n -> "start on (a\n" + "\"x\n".repeat(n + 1));
    return inputs;
  }

  private static String nested(String open, int depth, String close) {
    return open.repeat(depth) + "a" + close.repeat(depth);
  }

  private static void measure(String name, IntFunction<String> input) {
    measure(input.apply(SMALL));
    long small = best(input.apply(SMALL)).sum();
    String text = input.apply(LARGE);
    Times large = best(text);
    System.out.printf(
        "%-42s %6.1f %7d %9d %8d %7d %7d %7.1f%n",
        name,
        text.length() / 1e6,
        large.parse / 1_000_000,
        large.problems / 1_000_000,
        large.verdict / 1_000_000,
        large.texts / 1_000_000,
        large.sum() / 1_000_000,
        (double) large.sum() / small);
  }

  private static Times best(String text) {
    Times best = measure(text);
    for (int i = 0; i < 2; i++) {
      Times next = measure(text);
      best = next.sum() < best.sum() ? next : best;
    }
    return best;
  }

  private record Times(long parse, long problems, long verdict, long texts) {
    long sum() {
      return parse + problems + verdict + texts;
    }
  }

  private static Times measure(String text) {
    byte[] bytes = JobFile.parse(text).toBytes();
    long start = System.nanoTime();
    JobFile file = JobFile.parse(bytes);
    long parsed = System.nanoTime();
    List<Problem> problems = file.problems();
    long checked = System.nanoTime();
    Verdict verdict = JobDefinition.verdict("job", file, UpstartVersion.NEWEST);
    long read = System.nanoTime();
    long length = length(verdict);
    for (Problem problem : problems.subList(0, Math.min(10, problems.size()))) {
      length += problem.render("job.conf").length();
    }
    for (Entry entry : file.entries()) {
      length += entry.text().length();
    }
    long end = System.nanoTime();
    if (length < bytes.length) {
      throw new IllegalStateException("Text is missing");
    }
    return new Times(parsed - start, checked - parsed, read - checked, end - read);
  }

  /** What it takes to print a condition, to compare it, and to send it. */
  private static long length(Verdict verdict) {
    if (!(verdict instanceof Verdict.Accepted accepted)) {
      return 0;
    }
    Optional<EventExpression> events = accepted.definition().startOn();
    return events
        .map(
            e ->
                (long) e.toString().length()
                    + e.postfix().size()
                    + (e.equals(events.get()) ? 1 : 0))
        .orElse(0L);
  }
}
