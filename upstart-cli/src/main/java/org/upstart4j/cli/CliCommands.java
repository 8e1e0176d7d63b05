package org.upstart4j.cli;

import static org.upstart4j.cli.command.CliCommand.ofInitctl;
import static org.upstart4j.cli.command.CliCommand.own;
import static org.upstart4j.cli.command.CommandGroup.EVENTS;
import static org.upstart4j.cli.command.CommandGroup.FILES;
import static org.upstart4j.cli.command.CommandGroup.JOBS;
import static org.upstart4j.cli.command.CommandGroup.PROGRAM;
import static org.upstart4j.cli.command.CommandGroup.UPSTART;
import static org.upstart4j.cli.command.CommandGroup.VARIABLES;

import java.util.List;
import org.upstart4j.cli.command.CliCommand;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.initctl.InitctlForms;
import org.upstart4j.cli.initctl.JobCommands;
import org.upstart4j.cli.initctl.SessionCommands;
import org.upstart4j.cli.initctl.SystemCommands;
import org.upstart4j.cli.initctl.VariableCommands;
import org.upstart4j.cli.live.EnsureCommand;
import org.upstart4j.cli.live.MonitorCommand;
import org.upstart4j.cli.live.WaitCommand;
import org.upstart4j.cli.log.LogCommand;
import org.upstart4j.cli.override.SwitchCommand;
import org.upstart4j.cli.shell.CompletionCommand;
import org.upstart4j.cli.shell.ManCommand;
import org.upstart4j.cli.tree.TreeCommand;

/**
 * The table of commands: those of initctl in its order, then our own. A row names a command and
 * says what it does; the rest is made when the command runs, to keep the start short.
 */
public final class CliCommands {

  /** The one that is a program of its own, too. */
  static final CliCommand CREATE =
      own("create", FILES, "Write a job file of the usual kind.", program -> CreateCommand.form());

  /** All commands. */
  public static final List<CliCommand> ALL =
      List.of(
          ofInitctl(
              "start",
              JOBS,
              "Start a job.",
              program -> InitctlForms.waiting("start", JobCommands::start)),
          ofInitctl(
              "stop",
              JOBS,
              "Stop a job.",
              program -> InitctlForms.waiting("stop", JobCommands::stop)),
          ofInitctl("restart", JOBS, "Stop a job and start it again.", InitctlForms::restart),
          ofInitctl(
              "reload",
              JOBS,
              "Send a job its reload signal.",
              program -> InitctlForms.job(JobCommands::reload)),
          ofInitctl(
              "status",
              JOBS,
              "Print how a job stands.",
              program -> InitctlForms.job(JobCommands::status)),
          ofInitctl("list", JOBS, "Print how all jobs stand.", InitctlForms::list),
          ofInitctl("emit", EVENTS, "Emit an event.", program -> InitctlForms.emit()),
          ofInitctl(
              "reload-configuration",
              UPSTART,
              "Read all job files again.",
              program -> CommandForm.of(SystemCommands::reload)),
          ofInitctl(
              "version",
              UPSTART,
              "Print the version of Upstart.",
              program -> CommandForm.of(SystemCommands::version)),
          ofInitctl(
              "log-priority",
              UPSTART,
              "Print or set from which priority on Upstart logs.",
              program -> InitctlForms.logPriority()),
          ofInitctl(
              "show-config",
              FILES,
              "Print what jobs emit, and what starts and stops them.",
              program -> InitctlForms.showConfig()),
          ofInitctl(
              "check-config",
              FILES,
              "Find conditions that can never be met.",
              program -> InitctlForms.checkConfig()),
          ofInitctl(
              "get-env",
              VARIABLES,
              "Print a job variable.",
              program ->
                  InitctlForms.variables(VariableCommands::get, Parameter.one("VARIABLE", ""))),
          ofInitctl(
              "list-env",
              VARIABLES,
              "Print all job variables.",
              program -> InitctlForms.variables(VariableCommands::list)),
          ofInitctl(
              "reset-env",
              VARIABLES,
              "Undo all changes of job variables.",
              program -> InitctlForms.variables(VariableCommands::reset)),
          ofInitctl("set-env", VARIABLES, "Set job variables.", program -> InitctlForms.setEnv()),
          ofInitctl(
              "unset-env",
              VARIABLES,
              "Remove job variables.",
              program ->
                  InitctlForms.variables(VariableCommands::unset, Parameter.some("VARIABLE", ""))),
          ofInitctl(
              "usage",
              FILES,
              "Print how a job is used.",
              program -> CommandForm.of(JobCommands::usage).taking(Parameter.one("JOB", ""))),
          ofInitctl(
              "notify-cgroup-manager-address",
              UPSTART,
              "Tell Upstart where the cgroup manager is.",
              program -> InitctlForms.address(SystemCommands::notifyCgroupManager)),
          ofInitctl(
              "notify-dbus-address",
              UPSTART,
              "Tell Upstart where D-Bus is.",
              program -> InitctlForms.address(SystemCommands::notifyDbus)),
          ofInitctl(
              "notify-disk-writeable",
              UPSTART,
              "Tell Upstart that the disk can be written to.",
              program -> CommandForm.of(SystemCommands::notifyDisk)),
          ofInitctl(
              "list-sessions",
              UPSTART,
              "Print the sessions of this user.",
              program -> CommandForm.of(SessionCommands::list)),
          ofInitctl("help", PROGRAM, "print the list of commands", HelpCommand::form),
          own(
              "monitor",
              EVENTS,
              "Print what happens, a line each: events, and changes of jobs.",
              program -> MonitorCommand.form()),
          own(
              "ensure",
              JOBS,
              "Make sure that a job runs, or that it does not.",
              program -> EnsureCommand.form()),
          own(
              "wait",
              JOBS,
              "Wait until a job has a goal and a state.",
              program -> WaitCommand.form()),
          own("log", JOBS, "Print the log of a job.", program -> LogCommand.form()),
          own(
              "tree",
              FILES,
              "Print what starts which jobs, as a tree below the events.",
              program -> TreeCommand.form()),
          own(
              "enable",
              JOBS,
              "Let a job start by itself again.",
              program -> SwitchCommand.enable()),
          own(
              "disable",
              JOBS,
              "Keep a job from starting by itself.",
              program -> SwitchCommand.disable()),
          own(
              "parse",
              FILES,
              "Print what Upstart 1.13.2 makes of job files, as JSON.",
              program -> ParseCommand.form()),
          own("check", FILES, "Print every problem of job files.", program -> CheckCommand.form()),
          own(
              "edit",
              FILES,
              "Change stanzas of a job file, and no other byte of it.",
              program -> EditCommand.form()),
          CREATE,
          own(
              "serve",
              UPSTART,
              "Run jobs without Upstart, and serve Upstart's clients on D-Bus.",
              program -> ServeCommand.form()),
          own(
              "completion",
              PROGRAM,
              "Print a script that completes words in a shell.",
              program -> CompletionCommand.form(CliCommands::all)),
          own(
              "man",
              PROGRAM,
              "Print a manual page, for man -l - or a file.",
              program -> ManCommand.form(CliCommands::all)),
          own(
              "demo",
              PROGRAM,
              "Show the SDK at work on example files. Writes nothing.",
              program -> DemoCommand.form()));

  private CliCommands() {}

  /** The same, for commands that tell about all of them. */
  static List<CliCommand> all() {
    return ALL;
  }
}
