package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.internal.shell.Occurrence;
import org.upstart4j.analysis.internal.shell.ProgramCall;
import org.upstart4j.analysis.internal.shell.ShellScript;
import org.upstart4j.analysis.internal.shell.ShellWord;
import org.upstart4j.jobfile.SourceSpan;

/**
 * A call of one of Upstart's programs in a script.
 *
 * @param placed the stanza that gives the script
 * @param span where the call stands
 * @param program {@code initctl}, {@code start}, {@code stop}, {@code restart}, {@code reload} or
 *     {@code status}
 * @param isByPath whether it is called by a path, so that no other program can take its place
 * @param isElsewhere whether another program runs it that searches it in folders of its own
 * @param words what follows, without options
 */
record ScriptCall(
    Placed placed,
    SourceSpan span,
    String program,
    boolean isByPath,
    boolean isElsewhere,
    List<ShellWord> words) {

  /** The programs that Upstart has for scripts; all but the first are commands of that one, too. */
  static final List<String> PROGRAMS =
      List.of("initctl", "start", "stop", "restart", "reload", "status");

  /** Programs that do not leave the path to programs as it is. */
  private static final Set<String> OWN_PATH = Set.of("sudo", "chroot");

  private static final int DEEPEST = 3;

  ScriptCall {
    words = List.copyOf(words);
  }

  /** Finds the calls in what a stanza runs, also in scripts within it. */
  static List<ScriptCall> of(Placed placed) {
    List<ScriptCall> calls = new ArrayList<>();
    placed.script().ifPresent(script -> add(placed, script, script, calls, 0));
    return calls;
  }

  private static void add(
      Placed placed, ShellScript outer, ShellScript script, List<ScriptCall> calls, int depth) {
    for (Occurrence occurrence : script.commands()) {
      Optional<ProgramCall> call = ProgramCall.of(occurrence.command());
      call.filter(found -> isUpstarts(found, outer, script))
          .ifPresent(found -> calls.add(of(placed, occurrence, found)));
      if (depth < DEEPEST) {
        call.flatMap(ProgramCall::scriptWord)
            .map(script::inside)
            .ifPresent(inner -> add(placed, outer, inner, calls, depth + 1));
      }
    }
  }

  /** A function of the script comes before any program. */
  private static boolean isUpstarts(ProgramCall call, ShellScript outer, ShellScript script) {
    return PROGRAMS.contains(call.name())
        && !outer.functions().containsKey(call.name())
        && !script.functions().containsKey(call.name());
  }

  private static ScriptCall of(Placed placed, Occurrence occurrence, ProgramCall call) {
    int start = occurrence.command().start();
    int end = occurrence.command().end();
    SourceSpan span = placed.process().orElseThrow().span(start, end);
    boolean isByPath = call.words().get(0).literal().orElse("").indexOf('/') >= 0;
    boolean isElsewhere = call.wrappers().stream().anyMatch(OWN_PATH::contains);
    return new ScriptCall(placed, span, call.name(), isByPath, isElsewhere, call.operands());
  }

  /** What Upstart is told to do; nothing if only the shell knows. */
  Optional<String> verb() {
    if (!program.equals("initctl")) {
      return Optional.of(program);
    }
    return words.isEmpty() ? Optional.of("") : words.get(0).literal();
  }

  /** What follows the verb. */
  List<ShellWord> arguments() {
    boolean isFirst = program.equals("initctl") && !words.isEmpty();
    return isFirst ? words.subList(1, words.size()) : words;
  }

  /** Whether it stops its own job by nothing but that word, which a function can stand for. */
  boolean isStopOfItself() {
    return program.equals("stop") && !isByPath && words.isEmpty();
  }
}
