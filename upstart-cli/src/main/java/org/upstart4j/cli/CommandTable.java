package org.upstart4j.cli;

import static org.upstart4j.cli.command.CliCommand.Origin.INITCTL;
import static org.upstart4j.cli.command.CliCommand.Origin.OWN;
import static org.upstart4j.cli.command.CommandGroup.EVENTS;
import static org.upstart4j.cli.command.CommandGroup.FILES;
import static org.upstart4j.cli.command.CommandGroup.JOBS;
import static org.upstart4j.cli.command.CommandGroup.PROGRAM;
import static org.upstart4j.cli.command.CommandGroup.UPSTART;
import static org.upstart4j.cli.command.CommandGroup.VARIABLES;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.upstart4j.cli.check.CheckCommand;
import org.upstart4j.cli.command.CliCommand;
import org.upstart4j.cli.command.CommandAction;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.CommandGroup;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.command.ProgramName;
import org.upstart4j.cli.convert.ConvertCommand;
import org.upstart4j.cli.exporter.ExporterCommand;
import org.upstart4j.cli.fleet.FleetCheck;
import org.upstart4j.cli.fleet.FleetCommand;
import org.upstart4j.cli.fleet.FleetMonitor;
import org.upstart4j.cli.fleet.FleetWhy;
import org.upstart4j.cli.fleet.ManyCommands;
import org.upstart4j.cli.graph.GraphCommand;
import org.upstart4j.cli.init.HealthCommand;
import org.upstart4j.cli.init.InitCommand;
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
import org.upstart4j.cli.simulate.DiffBootCommand;
import org.upstart4j.cli.simulate.SimulateCommand;
import org.upstart4j.cli.timeline.TimelineCommand;
import org.upstart4j.cli.tree.TreeCommand;
import org.upstart4j.cli.why.WhyCommand;

/**
 * The table of commands: those of initctl in its order, then our own. A row says what a command is
 * about and what it does; what it takes and how it runs is made when it is wanted, to keep a start
 * short. For the same reason there are no lambdas in the rows.
 */
public enum CommandTable implements CliCommand.Parts {
  START(INITCTL, JOBS, "Start a job."),
  STOP(INITCTL, JOBS, "Stop a job."),
  RESTART(INITCTL, JOBS, "Stop a job and start it again."),
  RELOAD(INITCTL, JOBS, "Send a job its reload signal."),
  STATUS(INITCTL, JOBS, "Print how a job stands."),
  LIST(INITCTL, JOBS, "Print how all jobs stand."),
  EMIT(INITCTL, EVENTS, "Emit an event."),
  RELOAD_CONFIGURATION(INITCTL, UPSTART, "Read all job files again."),
  VERSION(INITCTL, UPSTART, "Print the version of Upstart."),
  LOG_PRIORITY(INITCTL, UPSTART, "Print or set from which priority on Upstart logs."),
  SHOW_CONFIG(INITCTL, FILES, "Print what jobs emit, and what starts and stops them."),
  CHECK_CONFIG(INITCTL, FILES, "Find conditions that can never be met."),
  GET_ENV(INITCTL, VARIABLES, "Print a job variable."),
  LIST_ENV(INITCTL, VARIABLES, "Print all job variables."),
  RESET_ENV(INITCTL, VARIABLES, "Undo all changes of job variables."),
  SET_ENV(INITCTL, VARIABLES, "Set job variables."),
  UNSET_ENV(INITCTL, VARIABLES, "Remove job variables."),
  USAGE(INITCTL, FILES, "Print how a job is used."),
  NOTIFY_CGROUP_MANAGER_ADDRESS(INITCTL, UPSTART, "Tell Upstart where the cgroup manager is."),
  NOTIFY_DBUS_ADDRESS(INITCTL, UPSTART, "Tell Upstart where D-Bus is."),
  NOTIFY_DISK_WRITEABLE(INITCTL, UPSTART, "Tell Upstart that the disk can be written to."),
  LIST_SESSIONS(INITCTL, UPSTART, "Print the sessions of this user."),
  HELP(INITCTL, PROGRAM, "print the list of commands"),
  MONITOR(OWN, EVENTS, "Print events and changes of jobs as they happen."),
  ENSURE(OWN, JOBS, "Make sure that a job runs, or that it does not."),
  WAIT(OWN, JOBS, "Wait until a job has a goal and a state."),
  WHY(OWN, JOBS, "Say why a job stands where it stands."),
  LOG(OWN, JOBS, "Print the log of a job."),
  TREE(OWN, FILES, "Print a tree of what starts which jobs."),
  GRAPH(OWN, FILES, "Draw what starts which jobs."),
  ENABLE(OWN, JOBS, "Let a job start by itself again."),
  DISABLE(OWN, JOBS, "Keep a job from starting by itself."),
  PARSE(OWN, FILES, "Print what Upstart makes of job files, as JSON."),
  CHECK(OWN, FILES, "Find what is wrong with job files, say why, and mend it."),
  SIMULATE(OWN, FILES, "Say what would happen to a folder of jobs, and touch nothing."),
  DIFF_BOOT(OWN, FILES, "Say what is different in the boots of two folders."),
  TIMELINE(OWN, EVENTS, "Draw what happened, when, and because of what."),
  CONVERT(OWN, FILES, "Make units of systemd of job files, and say what is not the same."),
  EDIT(OWN, FILES, "Change stanzas of a job file, and nothing else."),
  CREATE(OWN, FILES, "Write a simple job file."),
  SERVE(OWN, UPSTART, "Run jobs without Upstart, for clients on D-Bus."),
  INIT(OWN, UPSTART, "Be process 1 of a container, for a folder of jobs."),
  HEALTH(OWN, UPSTART, "Say whether Upstart and its jobs are well."),
  EXPORTER(OWN, UPSTART, "Show the numbers of Upstart to Prometheus and to OpenTelemetry."),
  COMPLETION(OWN, PROGRAM, "Print a completion script for a shell."),
  MAN(OWN, PROGRAM, "Print a manual page."),
  FLEET(OWN, JOBS, "Compare the job files of many hosts, and list the hosts."),
  DEMO(OWN, PROGRAM, "Show the SDK at work on example files.");

  private final CliCommand.Origin origin;
  private final CommandGroup group;
  private final String synopsis;

  CommandTable(CliCommand.Origin origin, CommandGroup group, String synopsis) {
    this.origin = origin;
    this.group = group;
    this.synopsis = synopsis;
  }

  /** The command of this row; its name is that of the row. */
  CliCommand command() {
    String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new CliCommand(name, group, synopsis, origin, this);
  }

  /** All commands. */
  public static List<CliCommand> commands() {
    List<CliCommand> commands = new ArrayList<>();
    for (CommandTable row : values()) {
      commands.add(row.command());
    }
    return commands;
  }

  @Override
  public CommandForm of(ProgramName program) {
    return switch (this) {
      case START -> InitctlForms.start(program);
      case STOP -> InitctlForms.waiting("stop", JobCommands::stop);
      case RESTART -> InitctlForms.restart(program);
      case RELOAD -> InitctlForms.reload();
      case STATUS -> InitctlForms.job(JobCommands::status);
      case LIST -> InitctlForms.list(program);
      case EMIT -> InitctlForms.emit();
      case RELOAD_CONFIGURATION -> CommandForm.of(SystemCommands::reload);
      case VERSION -> CommandForm.of(SystemCommands::version);
      case LOG_PRIORITY -> InitctlForms.logPriority();
      case SHOW_CONFIG -> InitctlForms.showConfig();
      case CHECK_CONFIG -> InitctlForms.checkConfig();
      case GET_ENV -> InitctlForms.variables(VariableCommands::get, Parameter.one("VARIABLE", ""));
      case LIST_ENV -> InitctlForms.variables(VariableCommands::list);
      case RESET_ENV -> InitctlForms.variables(VariableCommands::reset);
      case SET_ENV -> InitctlForms.setEnv();
      case UNSET_ENV ->
          InitctlForms.variables(VariableCommands::unset, Parameter.some("VARIABLE", ""));
      case USAGE -> CommandForm.of(JobCommands::usage).taking(Parameter.one("JOB", ""));
      case NOTIFY_CGROUP_MANAGER_ADDRESS ->
          InitctlForms.address(SystemCommands::notifyCgroupManager);
      case NOTIFY_DBUS_ADDRESS -> InitctlForms.address(SystemCommands::notifyDbus);
      case NOTIFY_DISK_WRITEABLE -> CommandForm.of(SystemCommands::notifyDisk);
      case LIST_SESSIONS -> CommandForm.of(SessionCommands::list);
      case HELP -> HelpCommand.form(program);
      case MONITOR -> MonitorCommand.form();
      case ENSURE -> EnsureCommand.form();
      case WAIT -> WaitCommand.form();
      case WHY -> WhyCommand.form();
      case LOG -> LogCommand.form();
      case TREE -> TreeCommand.form();
      case GRAPH -> GraphCommand.form();
      case ENABLE -> SwitchCommand.enable();
      case DISABLE -> SwitchCommand.disable();
      case PARSE -> ParseCommand.form();
      case CHECK -> CheckCommand.form();
      case SIMULATE -> SimulateCommand.form();
      case DIFF_BOOT -> DiffBootCommand.form();
      case TIMELINE -> TimelineCommand.form();
      case CONVERT -> ConvertCommand.form();
      case EDIT -> EditCommand.form();
      case CREATE -> CreateCommand.form();
      case SERVE -> ServeCommand.form();
      case INIT -> InitCommand.form();
      case HEALTH -> HealthCommand.form();
      case EXPORTER -> ExporterCommand.form();
      case COMPLETION -> CompletionCommand.form(CommandTable::commands);
      case MAN -> ManCommand.form(CommandTable::commands);
      case FLEET -> FleetCommand.form();
      case DEMO -> DemoCommand.form();
    };
  }

  @Override
  public boolean asksMany() {
    return switch (this) {
      case START, STOP, RESTART, STATUS, LIST, EMIT, MONITOR, ENSURE, WHY, CHECK, FLEET, EXPORTER ->
          true;
      default -> false;
    };
  }

  @Override
  public CommandAction withMany() {
    return switch (this) {
      case START -> ManyCommands::start;
      case STOP -> ManyCommands::stop;
      case RESTART -> ManyCommands::restart;
      case STATUS -> ManyCommands::status;
      case LIST -> ManyCommands::list;
      case EMIT -> ManyCommands::emit;
      case ENSURE -> ManyCommands::ensure;
      case MONITOR -> FleetMonitor::run;
      case WHY -> FleetWhy::run;
      case CHECK -> FleetCheck::run;
      case FLEET -> FleetCommand::run;
      case EXPORTER -> of(ProgramName.UPSTART).action();
      default -> CliCommand.Parts.super.withMany();
    };
  }
}
