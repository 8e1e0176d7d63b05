package org.upstart4j.analysis.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a check looks for. The names are stable, as people put them into configuration and comments.
 */
public enum Rule {
  /** What Upstart rejects a file for. */
  SYNTAX(Severity.ERROR, "What Upstart rejects a file for"),
  /** A stanza, argument or override file that the target does not know. */
  TOO_NEW(Severity.ERROR, "A stanza, argument or override file that the target does not know"),
  /** A signal's number where process 1 aborts on it. */
  KILL_SIGNAL_NUMBER(Severity.ERROR, "A signal's number where process 1 aborts on it"),
  /** A kill timeout or kill signal of 0, which takes process 1 down. */
  KILL_ZERO(Severity.ERROR, "A kill timeout or kill signal of 0, which takes process 1 down"),
  /** An event that nobody emits. */
  UNKNOWN_EVENT(Severity.WARNING, "An event that nobody emits"),
  /** A job that nobody provides. */
  UNKNOWN_JOB(Severity.WARNING, "A job that nobody provides"),
  /** A condition that cannot come true. */
  NEVER_STARTS(Severity.WARNING, "A condition that cannot come true"),
  /** A job that its own end starts again, without end. */
  STARTS_ITSELF(Severity.WARNING, "A job that its own end starts again, without end"),
  /** An {@code and} of an event that comes once and one that comes again. */
  ONE_TIME_AND_REPEATING(
      Severity.INFO, "An \"and\" of an event that comes once and one that comes again"),
  /** An event that comes for each interface, mount or device, without its variable. */
  FIRES_PER_INSTANCE(
      Severity.WARNING,
      "An event that comes for each interface, mount or device, without its variable"),
  /** A pattern that matches no runlevel. */
  RUNLEVEL_PATTERN(Severity.WARNING, "A pattern that matches no runlevel"),
  /** An instance variable that nothing sets. */
  INSTANCE_VARIABLE_UNSET(Severity.ERROR, "An instance variable that nothing sets"),
  /** A service of which Upstart sees only the shell. */
  SHELL_IS_TRACKED(Severity.WARNING, "A service of which Upstart sees only the shell"),
  /** An expect that does not fit how the process forks. */
  EXPECT_MISMATCH(Severity.WARNING, "An expect that does not fit how the process forks"),
  /** A script that the shell cannot read. */
  SHELL_SYNTAX(Severity.ERROR, "A script that the shell cannot read"),
  /** An exec line that names no program. */
  EXEC_IS_NO_PROGRAM(Severity.ERROR, "An exec line that names no program"),
  /** A status that sh -e never lets the script look at. */
  UNREACHABLE_STATUS(Severity.WARNING, "A status that sh -e never lets the script look at"),
  /** A script for bash that sh runs. */
  BASHISM(Severity.WARNING, "A script for bash that sh runs"),
  /** A dollar sign that Upstart does not expand. */
  NOT_EXPANDED(Severity.WARNING, "A dollar sign that Upstart does not expand"),
  /** HOME or USER used, and nothing sets it. */
  HOME_UNSET(Severity.INFO, "HOME or USER used, and nothing sets it"),
  /** A respawn limit without respawn. */
  LIMIT_WITHOUT_RESPAWN(Severity.WARNING, "A respawn limit without respawn"),
  /** A stanza that a later one replaces. */
  LAST_WINS(Severity.WARNING, "A stanza that a later one replaces"),
  /** Something that only root may do, under setuid. */
  SETUID_CANNOT(Severity.WARNING, "Something that only root may do, under setuid"),
  /** A post-start that waits for ever if the main process dies. */
  POST_START_LOOP(Severity.INFO, "A post-start that waits for ever if the main process dies"),
  /** A file that Upstart never reads. */
  NEVER_READ(Severity.WARNING, "A file that Upstart never reads"),
  /** A service that /etc/init.d has, too. */
  SYSV_TOO(Severity.INFO, "A service that /etc/init.d has, too"),
  /** A comment that turns off what is not there. */
  UNUSED_IGNORE(Severity.INFO, "A comment that turns off what is not there"),
  /** A comment for the check that is not understood. */
  BAD_IGNORE(Severity.WARNING, "A comment for the check that is not understood"),
  /** A service without stop on. */
  NO_STOP_ON(Severity.OFF, "A service without stop on"),
  /** A task with stop on. */
  STOP_ON_IN_TASK(Severity.OFF, "A task with stop on"),
  /** A ChromeOS job without an author in double quotes. */
  CHROMEOS_AUTHOR(Severity.ERROR, "A ChromeOS job without an author in double quotes"),
  /** A ChromeOS job without a description in double quotes. */
  CHROMEOS_DESCRIPTION(Severity.ERROR, "A ChromeOS job without a description in double quotes"),
  /** A ChromeOS job without an oom score. */
  CHROMEOS_OOM(Severity.ERROR, "A ChromeOS job without an oom score"),
  /** A command that ChromeOS leaves to tmpfiles and the like. */
  CHROMEOS_COMMAND(Severity.ERROR, "A command that ChromeOS leaves to tmpfiles and the like");

  private final Severity severity;
  private final String title;

  Rule(Severity severity, String title) {
    this.severity = severity;
    this.title = title;
  }

  /** {@return the name, for example {@code unknown-event}} */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return how bad its findings are, unless somebody wants them otherwise} */
  public Severity severity() {
    return severity;
  }

  /** {@return what it finds, in a few words} */
  public String title() {
    return title;
  }

  /**
   * {@return what happens in Upstart, and an example of wrong and right} It is read from the page
   * of the rule each time.
   */
  public Explanation explanation() {
    return Explanation.of(this);
  }

  /**
   * Looks a name up.
   *
   * @param id the name
   * @return the rule, or nothing if none is called so
   */
  public static Optional<Rule> find(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id();
  }
}
