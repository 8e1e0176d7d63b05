package org.upstart4j.analysis.internal.rule;

import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.internal.shell.Ending;
import org.upstart4j.analysis.internal.shell.Node;
import org.upstart4j.analysis.internal.shell.Pipeline;
import org.upstart4j.analysis.internal.shell.ProgramCall;
import org.upstart4j.analysis.internal.shell.ShellCommand;
import org.upstart4j.analysis.internal.shell.Statement;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.ExpectStanza;

/** An expect that does not fit how the process forks. */
final class ExpectMismatchRule implements JobRule {

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    Optional<CheckedScript> main = CheckedScript.of(job, ProcessType.MAIN);
    if (main.isEmpty()) {
      return;
    }
    Optional<Placed> stanza = job.last("expect");
    Expect expect =
        stanza.map(placed -> ((ExpectStanza) placed.typed()).expect()).orElse(Expect.NONE);
    switch (expect) {
      case FORK, DAEMON ->
          expectingForks(main.get(), stanza.orElseThrow(), expect, programsFork(folder), report);
      case NONE -> {
        if (!job.isTask()) {
          expectingNothing(main.get(), job, report);
        }
      }
      case STOP -> {}
    }
  }

  /** ChromeOS has a dash that uses vfork, which Upstart does not follow. */
  private static boolean programsFork(Folder folder) {
    return folder.target().platform().filter(Platform.CHROMEOS::equals).isEmpty();
  }

  private static void expectingForks(
      CheckedScript main, Placed stanza, Expect expect, boolean programsFork, Report report) {
    Optional<Node> fork = main.isReadByShell() ? earlyFork(main, programsFork) : Optional.empty();
    Optional<ProgramCall> program = program(main);
    Optional<String> foreground = program.flatMap(Daemons::foreground);
    Optional<ProgramCall> su = program.filter(Daemons::forksForAnother);
    if (fork.isPresent()) {
      report.add(
          stanza,
          "\"expect " + expect + "\" follows \"" + main.quote(fork.get()) + "\", not the service",
          "The shell forks for it first (line "
              + main.span(fork.get()).line()
              + "), and Upstart takes that process for the service: the job ends with it, starts"
              + " again, or hangs in a state that \"stop\" cannot end. Run the service in the"
              + " foreground, with \"exec\" and without \"expect\".");
    } else if (su.isPresent()) {
      afterSu(stanza, expect, su.get(), report);
    } else if (foreground.isPresent()) {
      report.add(
          stanza,
          "\"expect " + expect + "\" waits for a fork, but " + foreground.get(),
          "The job stays in start/spawned, and \"start\" and \"stop\" hang. Leave out \"expect "
              + expect
              + "\".");
    }
  }

  private static void afterSu(Placed stanza, Expect expect, ProgramCall su, Report report) {
    report.add(
        stanza,
        "\"expect " + expect + "\" follows the fork of " + su.name() + ", not the service's",
        su.name()
            + " forks before it runs the service, so Upstart tracks another process than the one"
            + " meant, or waits for ever. Run the service in the foreground, with \"setuid\" or "
            + su.name()
            + ", and without \"expect\".");
  }

  /** The program that the process becomes, if that is clear. */
  private static Optional<ProgramCall> program(CheckedScript main) {
    return main.script().endings().stream()
        .filter(ending -> !ending.piped() && !ending.background())
        .map(Ending::command)
        .filter(ShellCommand.Simple.class::isInstance)
        .map(ShellCommand.Simple.class::cast)
        .reduce((first, second) -> second)
        .flatMap(ProgramCall::of);
  }

  /** What forks before the service does; a service that the shell itself forks may be right. */
  private static Optional<Node> earlyFork(CheckedScript main, boolean programsFork) {
    return main.script()
        .forkBeforeExec(programsFork)
        .filter(fork -> !(fork instanceof Statement))
        .filter(fork -> !isService(main, fork))
        .filter(fork -> !(main.isCommand() && fork instanceof ShellCommand.Simple));
  }

  private static boolean isService(CheckedScript main, Node fork) {
    return main.script().endings().stream()
        .anyMatch(
            ending ->
                fork.equals(ending.command())
                    || fork.equals(ending.pipeline())
                    || fork.equals(ending.statement()));
  }

  private static void expectingNothing(CheckedScript main, CheckedJob job, Report report) {
    for (Ending ending : main.script().endings()) {
      if (ending.background()) {
        background(main, job, ending.statement(), report);
      } else if (ending.command() instanceof ShellCommand.Simple simple && isLast(ending)) {
        ProgramCall.of(simple)
            .flatMap(call -> Daemons.backgroundOption(call).map(option -> option))
            .ifPresent(option -> daemon(main, simple, option, report));
      }
    }
  }

  private static boolean isLast(Ending ending) {
    Pipeline last = ending.statement().pipelines().get(ending.statement().pipelines().size() - 1);
    return !ending.piped() && ending.pipeline().equals(last);
  }

  private static void background(
      CheckedScript main, CheckedJob job, Statement statement, Report report) {
    if (!job.respawns() && job.stopOn().isEmpty()) {
      return;
    }
    report.add(
        main.placed().file(),
        main.span(statement),
        "\"&\" puts \"" + main.quote(statement) + "\" in the background",
        "The shell ends at once, and Upstart takes the service for stopped"
            + (job.respawns() ? " and starts it again" : "")
            + ", while it runs on. Leave out \"&\", and write \"exec\" in front of the command.");
  }

  private static void daemon(
      CheckedScript main, ShellCommand.Simple simple, Daemons.Option option, Report report) {
    report.add(
        main.placed().file(),
        main.span(simple),
        "\"" + option.text() + "\" puts " + option.program() + " in the background",
        "The process that Upstart tracks ends at once, so the job counts as stopped while the"
            + " service runs on. "
            + option.instead());
  }
}
