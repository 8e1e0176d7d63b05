package org.upstart4j.cli.check;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.cli.terminal.Xml;

/**
 * Writes a report as JUnit's: a suite for each folder, a test case for each file. What fails the
 * check is the failure of its file; other findings are its output.
 */
final class JunitOutput implements Output {

  private final PrintWriter out;
  private final Scope scope;
  private final List<Suite> suites = new ArrayList<>();

  private record Suite(Subject subject, Map<String, List<Found>> files) {}

  JunitOutput(PrintWriter out, Scope scope) {
    this.out = out;
    this.scope = scope;
  }

  @Override
  public void add(Subject subject, List<Found> found) {
    Map<String, List<Found>> files = new LinkedHashMap<>();
    subject.places().keySet().forEach(file -> files.put(file, new ArrayList<>()));
    for (Found one : found) {
      files.computeIfAbsent(one.finding().file(), missing -> new ArrayList<>()).add(one);
    }
    suites.add(new Suite(subject, files));
  }

  @Override
  public void finish(Tally tally) {
    out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    out.println(
        "<testsuites name=\"upstart check\""
            + numbers(
                suites.stream().mapToInt(suite -> suite.files().size()).sum(),
                suites.stream().mapToLong(suite -> failures(suite, tally)).sum())
            + ">");
    suites.forEach(suite -> suite(suite, tally));
    out.println("</testsuites>");
  }

  private void suite(Suite suite, Tally tally) {
    String name = Xml.text(suite.subject().name());
    out.println(
        "  <testsuite name=\""
            + name
            + "\""
            + numbers(suite.files().size(), failures(suite, tally))
            + ">");
    suite
        .files()
        .forEach(
            (file, found) -> {
              String label = Xml.text(suite.subject().label(file));
              out.print("    <testcase name=\"" + label + "\" classname=\"" + name + "\"");
              out.println(" file=\"" + label + "\"" + (found.isEmpty() ? "/>" : ">"));
              if (!found.isEmpty()) {
                outcome(suite.subject(), found, tally);
                out.println("    </testcase>");
              }
            });
    out.println("  </testsuite>");
  }

  private static String numbers(int tests, long failures) {
    return " tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"0\" skipped=\"0\"";
  }

  private static long failures(Suite suite, Tally tally) {
    return suite.files().values().stream().filter(found -> fails(found, tally)).count();
  }

  private static boolean fails(List<Found> found, Tally tally) {
    return found.stream().anyMatch(one -> tally.fails(one.finding()));
  }

  private void outcome(Subject subject, List<Found> found, Tally tally) {
    List<Found> failing = found.stream().filter(one -> tally.fails(one.finding())).toList();
    if (!failing.isEmpty()) {
      Finding first = failing.get(0).finding();
      String others = failing.size() == 1 ? "" : " (and " + (failing.size() - 1) + " more)";
      out.println(
          "      <failure type=\""
              + first.rule()
              + "\" message=\""
              + Xml.text(first.message() + others)
              + "\">"
              + text(subject, failing)
              + "</failure>");
    }
    List<Found> harmless = found.stream().filter(one -> !tally.fails(one.finding())).toList();
    if (!harmless.isEmpty()) {
      out.println("      <system-out>" + text(subject, harmless) + "</system-out>");
    }
  }

  private String text(Subject subject, List<Found> found) {
    StringBuilder text = new StringBuilder();
    for (Found one : found) {
      Finding finding = one.finding();
      text.append(Xml.text(PlainText.of(subject, finding))).append('\n');
      text.append(Xml.text(finding.reason())).append('\n');
      scope.text(one).ifPresent(targets -> text.append(Xml.text(targets)).append('\n'));
    }
    return text.toString();
  }
}
