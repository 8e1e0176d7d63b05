package org.upstart4j.cli.initctl;

import static org.upstart4j.cli.command.Option.flag;

import org.upstart4j.cli.command.CommandAction;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.FleetOptions;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.command.ProgramName;

/** What the commands of initctl take. */
public final class InitctlForms {

  private static final String PICKS =
      "The variables tell one instance of the job from another: give those that its instance"
          + " stanza names.\n\n"
          + "Without JOB, the job is the one that UPSTART_JOB and UPSTART_INSTANCE name, as they do"
          + " within a job's own processes; then nothing is waited for.";

  private static final String WHOSE =
      "Within a job's own processes, which UPSTART_JOB and UPSTART_INSTANCE tell, the variables are"
          + " that job's; anywhere else they are those of all jobs.";

  private static final String WATCHING =
      "--watch begins with what has failed and not started again since, then comes what is on its"
          + " way, what runs, and the rest. On a terminal, arrows, PgUp, PgDn, Home, End, j and k"
          + " scroll, / filters the lines (Enter keeps the filter, Escape clears it), r leaves out"
          + " what is stopped or brings it back, and q ends.";

  private static final String ROLLING =
      "--rolling, --canary, --max-failures and --resume change hosts a few at a time. Failures, and"
          + " hosts that cannot be reached, are counted over the whole run. What was done, what has"
          + " failed and what was never tried is said at the end, and kept in the file of"
          + " --resume.";

  /** Of one Upstart it means what it means to all commands. */
  private static final Option STAYS =
      Option.FOR.meaning(
          "with --inventory: how long a job must have run without a break, as in 5s");

  private InitctlForms() {}

  /** A command that tells Upstart an address. */
  public static CommandForm address(CommandAction action) {
    return CommandForm.of(action).taking(Parameter.one("ADDRESS", ""));
  }

  /** A command about one job. */
  public static CommandForm job(CommandAction action) {
    return CommandForm.of(action)
        .taking(Parameter.one("JOB", ""), Parameter.any("KEY=VALUE", ""))
        .noting(PICKS);
  }

  /** {@code reload}, whose manual page is also found under the name of a program. */
  public static CommandForm reload() {
    return job(JobCommands::reload)
        .noting(
            PICKS,
            "The program upstart-reload does something else: it has Upstart read its job files.");
  }

  /** A command about one job that waits until it has done so. */
  public static CommandForm waiting(String what, CommandAction action) {
    return job(action).with(flag('n', "no-wait", "do not wait for the job to " + what));
  }

  /** {@code start}. */
  public static CommandForm start(ProgramName program) {
    CommandForm form = waiting("start", JobCommands::start);
    return program.beyond() ? form.with(FleetOptions.UNCHECKED) : form;
  }

  /** {@code restart}. */
  public static CommandForm restart(ProgramName program) {
    CommandForm form = waiting("restart", JobCommands::restart);
    return program.beyond()
        ? form.with(JobCommands.FRESH, STAYS).with(FleetOptions.OF_RESTART).noting(PICKS, ROLLING)
        : form;
  }

  /** {@code list}. */
  public static CommandForm list(ProgramName program) {
    CommandForm form =
        CommandForm.of(JobCommands::list)
            .noting("A line for each instance, and one for each job without any.");
    return program.beyond()
        ? form.with(JobCommands.WATCH, JobCommands.JOB, JobCommands.RUNNING)
            .noting(
                "A line for each instance, and one for each job without any.",
                WATCHING,
                "With --running, --watch still says that something has stopped.")
        : form;
  }

  /** {@code emit}. */
  public static CommandForm emit() {
    return CommandForm.of(SystemCommands::emit)
        .taking(Parameter.one("EVENT", ""), Parameter.any("KEY=VALUE", ""))
        .with(flag('n', "no-wait", "do not wait for what the event sets off"))
        .noting("The variables go with the event, to the jobs that it starts and stops.");
  }

  /** {@code log-priority}. */
  public static CommandForm logPriority() {
    return CommandForm.of(SystemCommands::logPriority)
        .taking(Parameter.optional("PRIORITY", ""))
        .noting("PRIORITY is debug, info, message, warn, error or fatal.");
  }

  /** {@code show-config}. */
  public static CommandForm showConfig() {
    return CommandForm.of(ConfigCommands::show)
        .taking(Parameter.optional("CONF", ""))
        .with(ConfigCommands.ENUMERATE)
        .noting("All jobs, unless CONF names one.");
  }

  /** {@code check-config}. */
  public static CommandForm checkConfig() {
    return CommandForm.of(ConfigCommands::check)
        .taking(Parameter.optional("CONF", ""))
        .with(ConfigCommands.IGNORE, ConfigCommands.WARN)
        .noting("Prints the jobs and events that a condition needs and that no job file provides.");
  }

  /** A command about the variables that jobs get. */
  public static CommandForm variables(CommandAction action, Parameter... parameters) {
    return CommandForm.of(action).taking(parameters).with(VariableCommands.GLOBAL).noting(WHOSE);
  }

  /** {@code set-env}. */
  public static CommandForm setEnv() {
    return variables(VariableCommands::set, Parameter.some("VARIABLE[=VALUE]", ""))
        .with(VariableCommands.RETAIN);
  }
}
