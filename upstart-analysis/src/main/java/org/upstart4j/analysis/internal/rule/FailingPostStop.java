package org.upstart4j.analysis.internal.rule;

import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.internal.shell.Ending;
import org.upstart4j.analysis.internal.shell.Node;
import org.upstart4j.analysis.internal.shell.Occurrence;
import org.upstart4j.analysis.internal.shell.Pipeline;
import org.upstart4j.analysis.internal.shell.ProgramCall;
import org.upstart4j.analysis.internal.shell.ShellCommand;
import org.upstart4j.analysis.internal.shell.ShellWord;
import org.upstart4j.analysis.internal.shell.Statement;

/** A post-stop that fails as a rule, which ends respawning. */
final class FailingPostStop {

  /** They fail when there is nothing left to signal, as is to be expected then. */
  private static final Set<String> KILLING = Set.of("kill", "killall", "pkill", "fuser");

  private FailingPostStop() {}

  static void check(CheckedScript process, Report report) {
    failing(process).ifPresent(node -> report(process, node, report));
    test(process).ifPresent(node -> report(process, node, report));
  }

  private static void report(CheckedScript process, Node node, Report report) {
    report.add(
        process.placed().file(),
        process.span(node),
        "\"post-stop\" fails when \"" + process.quote(node) + "\" does",
        "A post-stop that fails ends respawning: after the next crash the job stays down. "
            + instead(process, node));
  }

  private static String instead(CheckedScript process, Node node) {
    if (node instanceof ShellCommand.Simple simple && simple.runs("rm")) {
      return "Write \"rm -f\".";
    }
    return process.isCommand()
        ? "Write a script, with \"|| true\" behind the command."
        : "Write \"|| true\" behind the command.";
  }

  private static Optional<Node> failing(CheckedScript process) {
    return process.script().commands().stream()
        .filter(Occurrence::failureEnds)
        .map(Occurrence::command)
        .filter(command -> ProgramCall.of(command).filter(FailingPostStop::failsOften).isPresent())
        .map(Node.class::cast)
        .findFirst();
  }

  private static boolean failsOften(ProgramCall call) {
    return KILLING.contains(call.name()) || (call.name().equals("rm") && !isForced(call));
  }

  private static boolean isForced(ProgramCall call) {
    return call.words().stream()
        .map(ShellWord::literal)
        .flatMap(Optional::stream)
        .anyMatch(text -> text.matches("-[a-zA-Z]*f[a-zA-Z]*|--force"));
  }

  /**
   * A test at the very end, whose status is that of the script when it does not hold; or an exit
   * with a failure.
   */
  private static Optional<Node> test(CheckedScript process) {
    return process.script().endings().stream()
        .filter(ending -> (isTest(ending) && isBeforeAnd(ending)) || isFailure(process, ending))
        .map(ending -> (Node) ending.statement())
        .findFirst();
  }

  /** An exit with a failure that no branch is around. */
  private static boolean isFailure(CheckedScript process, Ending ending) {
    return process.script().body().statements().contains(ending.statement())
        && ending.statement().pipelines().size() == 1
        && ending.pipeline().last() instanceof ShellCommand.Simple simple
        && (simple.runs("false")
            || (simple.runs("exit")
                && simple.words().size() > 1
                && simple
                    .words()
                    .get(1)
                    .literal()
                    .filter(t -> t.matches("[1-9]\\d*"))
                    .isPresent()));
  }

  private static boolean isTest(Ending ending) {
    return ending.command() instanceof ShellCommand.Simple simple
        && (simple.runs("[") || simple.runs("test"));
  }

  private static boolean isBeforeAnd(Ending ending) {
    Statement statement = ending.statement();
    return statement.pipelines().size() > 1
        && statement.pipelines().stream()
            .skip(1)
            .allMatch(pipeline -> pipeline.join() == Pipeline.Join.AND)
        && !statement.background();
  }
}
