package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.upstart4j.ProcessType;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.shell.Node;
import org.upstart4j.analysis.internal.shell.ProgramCall;
import org.upstart4j.analysis.internal.shell.ShellCommand;
import org.upstart4j.analysis.internal.shell.Statement;
import org.upstart4j.analysis.internal.shell.WordPart;

/** A post-start that waits for ever if the main process dies. */
final class PostStartLoopRule implements JobRule {

  /** Commands that end a loop. */
  private static final Set<String> LEAVING = Set.of("break", "exit", "return", "exec");

  /** Commands that count, or look at the job. */
  private static final Set<String> BOUNDING =
      Set.of(
          "expr", "let", "read", "shift", "status", "initctl", "pidof", "pgrep", "ps", "kill",
          "killall", "timeout", "stop", "seq");

  private static final Pattern COUNTS =
      Pattern.compile("/proc/|-(lt|le|gt|ge|eq|ne)\\b|UPSTART_JOB");

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    if (job.process(ProcessType.MAIN).isEmpty()) {
      return;
    }
    CheckedScript.of(job, ProcessType.POST_START)
        .filter(CheckedScript::isReadByShell)
        .ifPresent(process -> check(process, report));
  }

  private static void check(CheckedScript process, Report report) {
    for (ShellCommand.Loop loop : process.script().body().all(ShellCommand.Loop.class)) {
      boolean bounded =
          COUNTS.matcher(process.script().written(loop)).find()
              || loop.all(Node.class).stream().anyMatch(PostStartLoopRule::bounds)
              || isLeft(loop);
      List<Statement> condition = loop.condition().statements();
      if (!bounded && !condition.isEmpty()) {
        report.add(
            process.placed().file(),
            process
                .source()
                .span(condition.get(0).start(), condition.get(condition.size() - 1).end()),
            isEndless(loop)
                ? "\"post-start\" may loop without an end"
                : "\"post-start\" waits for \""
                    + process.quote(condition.get(0))
                    + "\" without an end",
            "If the main process dies before, the loop goes on, and the job hangs in post-start:"
                + " neither \"start\" nor \"stop\" comes back. Count the rounds, or end the loop"
                + " when the goal in \"initctl status $UPSTART_JOB\" is stop.");
      }
    }
  }

  /** Whether there is another way out than the thing that is waited for. */
  private static boolean isLeft(ShellCommand.Loop loop) {
    long ways =
        loop.body().all(ShellCommand.Simple.class).stream()
            .filter(command -> command.name().filter(LEAVING::contains).isPresent())
            .count();
    return ways > (isEndless(loop) ? 1 : 0);
  }

  /** Its own condition always holds. */
  private static boolean isEndless(ShellCommand.Loop loop) {
    List<ShellCommand.Simple> condition = loop.condition().all(ShellCommand.Simple.class);
    return condition.size() == 1 && (condition.get(0).runs("true") || condition.get(0).runs(":"));
  }

  private static boolean bounds(Node node) {
    return node instanceof WordPart.Calculation
        || (node instanceof ShellCommand.Simple simple
            && ProgramCall.of(simple)
                .filter(
                    call ->
                        BOUNDING.contains(call.name())
                            || call.wrappers().stream().anyMatch(BOUNDING::contains))
                .isPresent());
  }
}
