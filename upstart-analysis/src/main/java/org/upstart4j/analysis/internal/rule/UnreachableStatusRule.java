package org.upstart4j.analysis.internal.rule;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.shell.Block;
import org.upstart4j.analysis.internal.shell.Context;
import org.upstart4j.analysis.internal.shell.Node;
import org.upstart4j.analysis.internal.shell.Occurrence;
import org.upstart4j.analysis.internal.shell.Pipeline;
import org.upstart4j.analysis.internal.shell.ShellCommand;
import org.upstart4j.analysis.internal.shell.Statement;
import org.upstart4j.analysis.internal.shell.WordPart;

/** A status that sh -e never lets the script look at. */
final class UnreachableStatusRule implements JobRule {

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    for (CheckedScript process : CheckedScript.all(job)) {
      if (process.isReadByShell() && !process.isCommand()) {
        check(process, report);
      }
    }
    if (job.respawns()) {
      CheckedScript.of(job, ProcessType.POST_STOP)
          .ifPresent(process -> FailingPostStop.check(process, report));
    }
  }

  private static void check(CheckedScript process, Report report) {
    if (!process.source().text().contains("$?") && !process.source().text().contains("${?")) {
      return;
    }
    IdentityHashMap<Node, Occurrence> occurrences = new IdentityHashMap<>();
    process.script().commands().stream()
        .filter(occurrence -> !occurrence.in(Context.FUNCTION))
        .forEach(occurrence -> occurrences.put(occurrence.command(), occurrence));
    for (Block block : process.script().body().all(Block.class)) {
      List<Statement> statements = block.statements();
      for (int i = 1; i < statements.size(); i++) {
        Optional<ShellCommand.Simple> command = onlyCommand(statements.get(i - 1));
        Optional<WordPart.Parameter> status = status(statements.get(i));
        boolean ends = command.map(occurrences::get).filter(Occurrence::failureEnds).isPresent();
        if (ends && status.isPresent()) {
          report(process, command.get(), status.get(), report);
        }
      }
    }
  }

  /** The command whose status the statement has, if that is clear. */
  private static Optional<ShellCommand.Simple> onlyCommand(Statement statement) {
    Pipeline pipeline = statement.pipelines().get(0);
    boolean clear =
        statement.pipelines().size() == 1 && !statement.background() && !pipeline.negated();
    return Optional.of(pipeline.last())
        .filter(command -> clear)
        .filter(ShellCommand.Simple.class::isInstance)
        .map(ShellCommand.Simple.class::cast);
  }

  /** The use of the status of what ran before, in the first command of a statement. */
  private static Optional<WordPart.Parameter> status(Statement statement) {
    ShellCommand command = statement.pipelines().get(0).commands().get(0).bare();
    Node place =
        command instanceof ShellCommand.If branches
            ? branches.branches().get(0).condition()
            : command instanceof ShellCommand.Case cases ? cases.subject() : command;
    if (command instanceof ShellCommand.Simple simple && leaves(simple)) {
      return Optional.empty();
    }
    boolean simple = command instanceof ShellCommand.Simple || place != command;
    return simple
        ? place.all(WordPart.Parameter.class).stream()
            .filter(parameter -> parameter.name().equals("?"))
            .findFirst()
        : Optional.empty();
  }

  /** Handing the status on does no harm. */
  private static boolean leaves(ShellCommand.Simple simple) {
    return simple.runs("exit") || simple.runs("return");
  }

  private static void report(
      CheckedScript process,
      ShellCommand.Simple command,
      WordPart.Parameter status,
      Report report) {
    report.add(
        process.placed().file(),
        process.span(status),
        "\"$?\" is always 0 after \"" + process.quote(command) + "\"",
        "Upstart runs scripts with \"sh -e\": when that command fails, the script ends there and"
            + " never looks at its status. Write \"if COMMAND; then\", or \"COMMAND || STATUS=$?\".");
  }
}
