package org.upstart4j.cli.initctl;

import static org.upstart4j.cli.initctl.Option.flag;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.initctl.Command.Action;
import org.upstart4j.cli.initctl.Command.Group;

/** All commands of initctl, in its order. */
public final class Commands {

  private static final String JOB = "JOB [KEY=VALUE]...";

  private static final String PICKS =
      "The variables tell one instance of the job from another: give those that its instance"
          + " stanza names.\n\n"
          + "Without JOB, the job is the one that UPSTART_JOB and UPSTART_INSTANCE name, as they do"
          + " within a job's own processes; then nothing is waited for.";

  static final Command HELP =
      new Command(
          "help",
          Group.OTHER,
          null,
          "print the list of commands",
          null,
          List.of(),
          call -> {
            throw new IllegalStateException("Help is printed before");
          });

  static final List<Command> ALL =
      List.of(
          job("start", "Start a job.", waiting("start"), JobCommands::start),
          job("stop", "Stop a job.", waiting("stop"), JobCommands::stop),
          job(
              "restart",
              "Stop a job and start it again.",
              waiting("restart"),
              JobCommands::restart),
          job("reload", "Send a job its reload signal.", List.of(), JobCommands::reload),
          job("status", "Print how a job stands.", List.of(), JobCommands::status),
          new Command(
              "list",
              Group.JOB,
              null,
              "Print how all jobs stand.",
              "A line for each instance, and one for each job without any.",
              List.of(),
              JobCommands::list),
          new Command(
              "emit",
              Group.EVENT,
              "EVENT [KEY=VALUE]...",
              "Emit an event.",
              "The variables go with the event, to the jobs that it starts and stops.",
              List.of(flag('n', "no-wait", "do not wait for what the event sets off")),
              SystemCommands::emit),
          other("reload-configuration", null, "Read all job files again.", SystemCommands::reload),
          other("version", null, "Print the version of Upstart.", SystemCommands::version),
          new Command(
              "log-priority",
              Group.OTHER,
              "[PRIORITY]",
              "Print or set from which priority on Upstart logs.",
              "PRIORITY is debug, info, message, warn, error or fatal.",
              List.of(),
              SystemCommands::logPriority),
          new Command(
              "show-config",
              Group.OTHER,
              "[CONF]",
              "Print what jobs emit, and what starts and stops them.",
              "All jobs, unless CONF names one.",
              List.of(ConfigCommands.ENUMERATE),
              ConfigCommands::show),
          new Command(
              "check-config",
              Group.OTHER,
              "[CONF]",
              "Find conditions that can never be met.",
              "Prints the jobs and events that a condition needs and that no job file provides.",
              List.of(ConfigCommands.IGNORE, ConfigCommands.WARN),
              ConfigCommands::check),
          environment("get-env", "VARIABLE", "Print a job variable.", EnvironmentCommands::get),
          environment("list-env", null, "Print all job variables.", EnvironmentCommands::list),
          environment(
              "reset-env", null, "Undo all changes of job variables.", EnvironmentCommands::reset),
          new Command(
              "set-env",
              Group.ENVIRONMENT,
              "VARIABLE[=VALUE]...",
              "Set job variables.",
              EnvironmentCommands.WHOSE,
              List.of(EnvironmentCommands.GLOBAL, EnvironmentCommands.RETAIN),
              EnvironmentCommands::set),
          environment(
              "unset-env", "VARIABLE...", "Remove job variables.", EnvironmentCommands::unset),
          other("usage", "JOB", "Print how a job is used.", JobCommands::usage),
          other(
              "notify-cgroup-manager-address",
              "ADDRESS",
              "Tell Upstart where the cgroup manager is.",
              SystemCommands::notifyCgroupManager),
          other(
              "notify-dbus-address",
              "ADDRESS",
              "Tell Upstart where D-Bus is.",
              SystemCommands::notifyDbus),
          other(
              "notify-disk-writeable",
              null,
              "Tell Upstart that the disk can be written to.",
              SystemCommands::notifyDisk),
          other("list-sessions", null, "Print the sessions of this user.", SessionCommands::list),
          HELP);

  private Commands() {}

  private static Command job(String name, String synopsis, List<Option> options, Action action) {
    return new Command(name, Group.JOB, JOB, synopsis, PICKS, options, action);
  }

  private static List<Option> waiting(String what) {
    return List.of(flag('n', "no-wait", "do not wait for the job to " + what));
  }

  private static Command environment(
      String name, @Nullable String usage, String synopsis, Action action) {
    return new Command(
        name,
        Group.ENVIRONMENT,
        usage,
        synopsis,
        EnvironmentCommands.WHOSE,
        List.of(EnvironmentCommands.GLOBAL),
        action);
  }

  private static Command other(
      String name, @Nullable String usage, String synopsis, Action action) {
    return new Command(name, Group.OTHER, usage, synopsis, null, List.of(), action);
  }

  /** What a command of initctl's takes under the name upstart only. */
  static List<Option> beyond(Command command) {
    return switch (command.name()) {
      case "restart" -> List.of(Option.FRESH);
      case "list" -> List.of(Option.WATCH);
      default -> List.of();
    };
  }

  static Optional<Command> find(String name) {
    return ALL.stream().filter(command -> command.name().equals(name)).findFirst();
  }
}
