package org.upstart4j.jobfile;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.internal.StanzaPrinter;
import org.upstart4j.jobfile.stanza.AppArmorStanza;
import org.upstart4j.jobfile.stanza.CgroupStanza;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.ConsoleStanza;
import org.upstart4j.jobfile.stanza.Dialect;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.ExpectStanza;
import org.upstart4j.jobfile.stanza.FlagStanza;
import org.upstart4j.jobfile.stanza.KillTimeoutStanza;
import org.upstart4j.jobfile.stanza.LimitStanza;
import org.upstart4j.jobfile.stanza.LimitValue;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.NiceStanza;
import org.upstart4j.jobfile.stanza.NormalExitStanza;
import org.upstart4j.jobfile.stanza.OomStanza;
import org.upstart4j.jobfile.stanza.Resource;
import org.upstart4j.jobfile.stanza.RespawnLimitStanza;
import org.upstart4j.jobfile.stanza.ScriptStanza;
import org.upstart4j.jobfile.stanza.SignalStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TextStanza;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.jobfile.stanza.UmaskStanza;

/**
 * Builds a job file, or changes one. Not thread-safe.
 *
 * <pre>{@code
 * JobFile job =
 *     JobFile.builder()
 *         .description("Job description")
 *         .author("Iam Admin <admin@corp.com>")
 *         .startOnRunlevel()
 *         .stopOnRunlevel()
 *         .run("/usr/bin/my_daemon")
 *         .build();
 * }</pre>
 *
 * <p>In a new file the stanzas stand in the order of the calls. A stanza of which only one counts
 * is set: if the file has one already, the one that counts is changed in its place, and nothing but
 * the words that differ; else a new one is added behind its nearest relative, or behind the last
 * stanza. {@code exec} and {@code script} of one process replace each other. Stanzas that add up
 * ({@link #emits}, {@link #export}, {@link #normalExit}) are added.
 *
 * <p>An override file is built the same way; it holds only what it changes.
 *
 * <p>Every method refuses, with an {@link IllegalArgumentException}, what Upstart would not read
 * back as it was given.
 */
public final class JobFileBuilder {

  private final EntryList entries;
  private Dialect dialect = Dialect.UPSTART;

  JobFileBuilder(List<Entry> entries, boolean isNew) {
    this.entries = new EntryList(entries, isNew);
  }

  /**
   * Sets whose stanzas {@link #set(String)}, {@link #add(String)} and {@link #raw(String)} accept.
   *
   * @param newDialect the dialect; Upstart's own by default
   * @return this builder
   */
  public JobFileBuilder dialect(Dialect newDialect) {
    dialect = newDialect;
    return this;
  }

  /**
   * Sets the command of the main process.
   *
   * @param command one line, run directly or by the shell
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder run(String command) {
    return exec(command);
  }

  /**
   * Sets the script of the main process.
   *
   * @param script the script
   * @return this builder
   */
  public JobFileBuilder run(Script script) {
    return process(ProcessType.MAIN, script);
  }

  /**
   * Sets the command of the main process: {@code exec COMMAND}.
   *
   * @param command one line, run directly or by the shell
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder exec(String command) {
    return process(ProcessType.MAIN, command);
  }

  /**
   * Sets the shell script of the main process.
   *
   * @param text the script, of any number of lines
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder script(String text) {
    return process(ProcessType.MAIN, Script.shell(text));
  }

  /**
   * Sets a command that runs before the main process is spawned.
   *
   * @param command one line, run directly or by the shell
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder preStart(String command) {
    return process(ProcessType.PRE_START, command);
  }

  /**
   * Sets a script that runs before the main process is spawned.
   *
   * @param script the script
   * @return this builder
   */
  public JobFileBuilder preStart(Script script) {
    return process(ProcessType.PRE_START, script);
  }

  /**
   * Sets a command that runs after the main process was spawned.
   *
   * @param command one line, run directly or by the shell
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder postStart(String command) {
    return process(ProcessType.POST_START, command);
  }

  /**
   * Sets a script that runs after the main process was spawned.
   *
   * @param script the script
   * @return this builder
   */
  public JobFileBuilder postStart(Script script) {
    return process(ProcessType.POST_START, script);
  }

  /**
   * Sets a command that runs before the main process is killed.
   *
   * @param command one line, run directly or by the shell
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder preStop(String command) {
    return process(ProcessType.PRE_STOP, command);
  }

  /**
   * Sets a script that runs before the main process is killed.
   *
   * @param script the script
   * @return this builder
   */
  public JobFileBuilder preStop(Script script) {
    return process(ProcessType.PRE_STOP, script);
  }

  /**
   * Sets a command that runs after the main process has gone.
   *
   * @param command one line, run directly or by the shell
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder postStop(String command) {
    return process(ProcessType.POST_STOP, command);
  }

  /**
   * Sets a script that runs after the main process has gone.
   *
   * @param script the script
   * @return this builder
   */
  public JobFileBuilder postStop(Script script) {
    return process(ProcessType.POST_STOP, script);
  }

  private JobFileBuilder process(ProcessType process, String command) {
    return set(new ExecStanza(process, command.strip()));
  }

  private JobFileBuilder process(ProcessType process, Script script) {
    return set(new ScriptStanza(process, script.text()));
  }

  /**
   * Sets when the job starts, as it stands in a job file.
   *
   * @param condition an event's name, or a whole condition: {@code a X=1 and (b or c)}
   * @return this builder
   * @throws IllegalArgumentException if it is not one condition
   */
  public JobFileBuilder startOn(String condition) {
    return set("start on " + condition);
  }

  /**
   * Sets that the job starts on an event.
   *
   * @param event the event's name
   * @param variables what its variables must be, in this order
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder startOn(String event, Map<String, ?> variables) {
    return startOn(match(event, variables));
  }

  /**
   * Sets when the job starts.
   *
   * @param condition the condition, of any depth
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder startOn(EventExpression condition) {
    return set(new EventsStanza(StanzaName.START, condition));
  }

  /**
   * Sets that the job starts in the usual runlevels: {@code [2345]}.
   *
   * @return this builder
   */
  public JobFileBuilder startOnRunlevel() {
    return startOnRunlevel("2345");
  }

  /**
   * Sets the runlevels in which the job starts.
   *
   * @param runlevels digits from 0 to 6, or {@code S}; {@code !} in front means all others: {@code
   *     !2345}
   * @return this builder
   * @throws IllegalArgumentException if these are no runlevels
   */
  public JobFileBuilder startOnRunlevel(String runlevels) {
    return startOn(EventMatch.of("runlevel", runlevels(runlevels)));
  }

  /**
   * Sets the runlevels in which the job starts.
   *
   * @param runlevels numbers from 0 to 6
   * @return this builder
   * @throws IllegalArgumentException if these are no runlevels
   */
  public JobFileBuilder startOnRunlevel(int... runlevels) {
    return startOnRunlevel(digits(runlevels));
  }

  /**
   * Sets when the job stops, as it stands in a job file.
   *
   * @param condition an event's name, or a whole condition: {@code a X=1 and (b or c)}
   * @return this builder
   * @throws IllegalArgumentException if it is not one condition
   */
  public JobFileBuilder stopOn(String condition) {
    return set("stop on " + condition);
  }

  /**
   * Sets that the job stops on an event.
   *
   * @param event the event's name
   * @param variables what its variables must be, in this order
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder stopOn(String event, Map<String, ?> variables) {
    return stopOn(match(event, variables));
  }

  /**
   * Sets when the job stops.
   *
   * @param condition the condition, of any depth
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder stopOn(EventExpression condition) {
    return set(new EventsStanza(StanzaName.STOP, condition));
  }

  /**
   * Sets that the job stops in the usual runlevels: {@code [016]}.
   *
   * @return this builder
   */
  public JobFileBuilder stopOnRunlevel() {
    return stopOnRunlevel("016");
  }

  /**
   * Sets the runlevels in which the job stops.
   *
   * @param runlevels digits from 0 to 6, or {@code S}; {@code !} in front means all others: {@code
   *     !2345}
   * @return this builder
   * @throws IllegalArgumentException if these are no runlevels
   */
  public JobFileBuilder stopOnRunlevel(String runlevels) {
    return stopOn(EventMatch.of("runlevel", runlevels(runlevels)));
  }

  /**
   * Sets the runlevels in which the job stops.
   *
   * @param runlevels numbers from 0 to 6
   * @return this builder
   * @throws IllegalArgumentException if these are no runlevels
   */
  public JobFileBuilder stopOnRunlevel(int... runlevels) {
    return stopOnRunlevel(digits(runlevels));
  }

  /**
   * Sets that the job starts before another one does.
   *
   * @param job the other job's name
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder startOnBeforeStarted(String job) {
    return startOn(EventMatch.of("starting", job));
  }

  /**
   * Sets that the job starts after another one did.
   *
   * @param job the other job's name
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder startOnAfterStarted(String job) {
    return startOn(EventMatch.of("started", job));
  }

  /**
   * Sets that the job stops before another one does.
   *
   * @param job the other job's name
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder stopOnBeforeStopped(String job) {
    return stopOn(EventMatch.of("stopping", job));
  }

  /**
   * Sets that the job stops after another one did.
   *
   * @param job the other job's name
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder stopOnAfterStopped(String job) {
    return stopOn(EventMatch.of("stopped", job));
  }

  private static EventMatch match(String event, Map<String, ?> variables) {
    EventMatch match = EventMatch.of(event);
    for (Map.Entry<String, ?> variable : variables.entrySet()) {
      match = match.with(variable.getKey(), variable.getValue());
    }
    return match;
  }

  private static String digits(int... runlevels) {
    return IntStream.of(runlevels).mapToObj(JobFileBuilder::digit).collect(Collectors.joining());
  }

  private static String digit(int runlevel) {
    if (runlevel < 0 || runlevel > 6) {
      throw new IllegalArgumentException("A runlevel is a number from 0 to 6, not " + runlevel);
    }
    return Integer.toString(runlevel);
  }

  private static String runlevels(String runlevels) {
    String levels =
        runlevels.startsWith("[") && runlevels.endsWith("]")
            ? runlevels.substring(1, runlevels.length() - 1)
            : runlevels;
    if (!levels.matches("!?[0-6S]+")) {
      throw new IllegalArgumentException(
          "Runlevels are digits from 0 to 6, or S, with ! in front for all others; not \""
              + runlevels
              + "\"");
    }
    return "[" + levels + "]";
  }

  /**
   * Sets what the job is.
   *
   * @param text one line, not empty
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder description(String text) {
    return set(new TextStanza(StanzaName.DESCRIPTION, text));
  }

  /**
   * Sets who wrote the job: {@code FirstName LastName <email@address>}.
   *
   * @param text one line, not empty
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder author(String text) {
    return set(new TextStanza(StanzaName.AUTHOR, text));
  }

  /**
   * Sets which version the job is.
   *
   * @param text one line, not empty
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder version(String text) {
    return set(new TextStanza(StanzaName.VERSION, text));
  }

  /**
   * Sets how to start the job, for people.
   *
   * @param text one line, not empty
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder usage(String text) {
    return set(new TextStanza(StanzaName.USAGE, text));
  }

  /**
   * Sets what names an instance: {@code $DEV}.
   *
   * @param text one line, not empty
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder instance(String text) {
    return set(new TextStanza(StanzaName.INSTANCE, text));
  }

  /**
   * Sets the root directory.
   *
   * @param text one line, not empty
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder chroot(String text) {
    return set(new TextStanza(StanzaName.CHROOT, text));
  }

  /**
   * Sets the working directory.
   *
   * @param text one line, not empty
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder chdir(String text) {
    return set(new TextStanza(StanzaName.CHDIR, text));
  }

  /**
   * Sets the user.
   *
   * @param text one line, not empty
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder setuid(String text) {
    return set(new TextStanza(StanzaName.SETUID, text));
  }

  /**
   * Sets the group.
   *
   * @param text one line, not empty
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder setgid(String text) {
    return set(new TextStanza(StanzaName.SETGID, text));
  }

  /**
   * Adds events that the job's processes emit.
   *
   * @param events names or patterns, at least one
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder emits(String... events) {
    return add(new ListStanza(StanzaName.EMITS, Arrays.asList(events)));
  }

  /**
   * Adds variables that go into the job's events.
   *
   * @param variables names, at least one
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder export(String... variables) {
    return add(new ListStanza(StanzaName.EXPORT, Arrays.asList(variables)));
  }

  /**
   * Sets that the main process forks twice: {@code expect daemon}.
   *
   * @return this builder
   */
  public JobFileBuilder expect() {
    return expect(Expect.DAEMON);
  }

  /**
   * Sets how the main process shows that it is ready.
   *
   * @param how how
   * @return this builder
   */
  public JobFileBuilder expect(Expect how) {
    return set(new ExpectStanza(how));
  }

  /**
   * Sets that the main process is restarted when it dies.
   *
   * @return this builder
   */
  public JobFileBuilder respawn() {
    return set(new FlagStanza(StanzaName.RESPAWN));
  }

  /**
   * Sets how often the main process may be restarted.
   *
   * @param count restarts within the interval; 0 for any number
   * @param interval whole seconds
   * @return this builder
   * @throws IllegalArgumentException if a number is negative, or the interval has fractions of a
   *     second
   */
  public JobFileBuilder respawnLimit(int count, Duration interval) {
    return set(new RespawnLimitStanza(count, interval));
  }

  /**
   * Sets that the main process may be restarted any number of times.
   *
   * @return this builder
   */
  public JobFileBuilder respawnUnlimited() {
    return set(RespawnLimitStanza.UNLIMITED);
  }

  /**
   * Sets how long a process has between the kill signal and KILL.
   *
   * @param timeout whole seconds
   * @return this builder
   * @throws IllegalArgumentException if it is negative, or has fractions of a second
   */
  public JobFileBuilder killTimeout(Duration timeout) {
    return set(new KillTimeoutStanza(timeout));
  }

  /**
   * Sets the signal of a stop.
   *
   * @param signal the signal
   * @return this builder
   */
  public JobFileBuilder killSignal(Signal signal) {
    return set(new SignalStanza(StanzaName.KILL, signal));
  }

  /**
   * Sets the signal of a reload.
   *
   * @param signal the signal
   * @return this builder
   */
  public JobFileBuilder reloadSignal(Signal signal) {
    return set(new SignalStanza(StanzaName.RELOAD, signal));
  }

  /**
   * Adds exit codes that are no failure.
   *
   * @param codes at least one
   * @return this builder
   * @throws IllegalArgumentException if there is none, or one is negative
   */
  public JobFileBuilder normalExit(int... codes) {
    return normalExit(IntStream.of(codes).mapToObj(ExitStatus::ofNumber).toList());
  }

  /**
   * Adds signals that are no failure.
   *
   * @param signals at least one
   * @return this builder
   * @throws IllegalArgumentException if there is none
   */
  public JobFileBuilder normalExit(Signal... signals) {
    return normalExit(Arrays.stream(signals).map(ExitStatus::of).toList());
  }

  /**
   * Adds ways to exit that are no failure.
   *
   * @param statuses exit codes and signals, at least one
   * @return this builder
   * @throws IllegalArgumentException if there is none
   */
  public JobFileBuilder normalExit(List<ExitStatus> statuses) {
    return add(new NormalExitStanza(statuses));
  }

  /**
   * Sets where the output goes.
   *
   * @param console where
   * @return this builder
   */
  public JobFileBuilder console(Console console) {
    return set(new ConsoleStanza(console));
  }

  /**
   * Sets a variable of the job's environment.
   *
   * @param key the variable's name
   * @param value its value; may be empty
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder env(String key, String value) {
    return set(EnvStanza.of(key, value));
  }

  /**
   * Sets that a variable is taken over from Upstart's own environment.
   *
   * @param key the variable's name
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder env(String key) {
    if (key.indexOf('=') >= 0) {
      throw new IllegalArgumentException("Not a name of a variable: \"" + key + "\"");
    }
    return set(new EnvStanza(key));
  }

  /**
   * Sets variables of the job's environment.
   *
   * @param variables names and values, set in this order
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder env(Map<String, String> variables) {
    new LinkedHashMap<>(variables).forEach(this::env);
    return this;
  }

  /**
   * Sets the scheduling priority.
   *
   * @param priority -20 to 19
   * @return this builder
   * @throws IllegalArgumentException if it is out of range
   */
  public JobFileBuilder nice(int priority) {
    return set(new NiceStanza(priority));
  }

  /**
   * Sets a resource limit.
   *
   * @param resource what is limited
   * @param soft the limit in force
   * @param hard how far the job may raise it
   * @return this builder
   */
  public JobFileBuilder limit(Resource resource, LimitValue soft, LimitValue hard) {
    return set(new LimitStanza(resource, soft, hard));
  }

  /**
   * Sets a resource limit.
   *
   * @param resource what is limited
   * @param soft the limit in force, 0 or more
   * @param hard how far the job may raise it, 0 or more
   * @return this builder
   * @throws IllegalArgumentException if a limit is negative
   */
  public JobFileBuilder limit(Resource resource, long soft, long hard) {
    return limit(resource, LimitValue.of(soft), LimitValue.of(hard));
  }

  /**
   * Sets the AppArmor profile to load before the job starts.
   *
   * @param path the profile's file
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder apparmorLoad(String path) {
    return set(new AppArmorStanza(AppArmorStanza.Action.LOAD, path));
  }

  /**
   * Sets the AppArmor profile that the main process runs under.
   *
   * @param profile the profile's name
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder apparmorSwitch(String profile) {
    return set(new AppArmorStanza(AppArmorStanza.Action.SWITCH, profile));
  }

  /**
   * Sets that the job only starts by hand, whatever {@link #startOn} says.
   *
   * @return this builder
   */
  public JobFileBuilder manual() {
    return set(new FlagStanza(StanzaName.MANUAL));
  }

  /**
   * Sets how likely the out-of-memory killer takes the job.
   *
   * @param score -1000 (never) to 1000
   * @return this builder
   * @throws IllegalArgumentException if it is out of range
   */
  public JobFileBuilder oomScore(int score) {
    return set(new OomStanza(score));
  }

  /**
   * Sets that the out-of-memory killer never takes the job.
   *
   * @return this builder
   */
  public JobFileBuilder oomNever() {
    return set(OomStanza.NEVER);
  }

  /**
   * Sets that the job runs to its end, and that who starts it waits for that.
   *
   * @return this builder
   */
  public JobFileBuilder task() {
    return set(new FlagStanza(StanzaName.TASK));
  }

  /**
   * Sets the file creation mask.
   *
   * @param mask 0 to 0777
   * @return this builder
   * @throws IllegalArgumentException if it is out of range
   */
  public JobFileBuilder umask(int mask) {
    return set(new UmaskStanza(mask));
  }

  /**
   * Sets that the job's processes are paused, if Upstart was started with {@code --debug}.
   *
   * @return this builder
   */
  public JobFileBuilder debug() {
    return set(new FlagStanza(StanzaName.DEBUG));
  }

  /**
   * Puts the job into a control group of its own.
   *
   * @param controller the controller, for example {@code memory}
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder cgroup(String controller) {
    return set(new CgroupStanza(controller, Optional.empty(), Optional.empty()));
  }

  /**
   * Puts the job into a control group.
   *
   * @param controller the controller
   * @param group the group's name
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder cgroup(String controller, String group) {
    return set(new CgroupStanza(controller, Optional.of(group), Optional.empty()));
  }

  /**
   * Puts the job into a control group of its own, and sets something there.
   *
   * @param controller the controller
   * @param key what is set, for example {@code limit_in_bytes}
   * @param value its value
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder cgroup(String controller, String key, String value) {
    return set(
        new CgroupStanza(
            controller, Optional.empty(), Optional.of(new CgroupStanza.Setting(key, value))));
  }

  /**
   * Puts the job into a control group, and sets something there.
   *
   * @param controller the controller
   * @param group the group's name
   * @param key what is set
   * @param value its value
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder cgroup(String controller, String group, String key, String value) {
    return set(
        new CgroupStanza(
            controller, Optional.of(group), Optional.of(new CgroupStanza.Setting(key, value))));
  }

  /**
   * Adds a comment at the end of the file.
   *
   * @param text one or more lines, without number signs
   * @return this builder
   * @throws IllegalArgumentException if it holds a NUL
   */
  public JobFileBuilder comment(String text) {
    checkComment(text);
    text.lines().forEach(line -> entries.append(line.isEmpty() ? "#\n" : "# " + line + "\n"));
    return this;
  }

  private static void checkComment(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A comment may not hold a NUL");
    }
  }

  /**
   * Adds a blank line at the end of the file.
   *
   * @return this builder
   */
  public JobFileBuilder blankLine() {
    entries.append("\n");
    return this;
  }

  /**
   * Adds a stanza as it stands in a job file, whatever is there already.
   *
   * @param stanza one stanza, of one or more lines
   * @return this builder
   * @throws IllegalArgumentException if it is not one stanza that Upstart accepts
   */
  public JobFileBuilder raw(String stanza) {
    return add(stanza);
  }

  /**
   * Changes the stanza that says this already, or adds it. Of stanzas that add up, only this one
   * stays.
   *
   * @param stanza what the file shall say
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder set(TypedStanza stanza) {
    return set(parse(StanzaPrinter.print(stanza)));
  }

  /**
   * Changes the stanza that says this already, or adds it. Of stanzas that add up, only this one
   * stays.
   *
   * @param stanza what the file shall say, as it stands in a job file
   * @return this builder
   * @throws IllegalArgumentException if it is not one stanza that Upstart accepts
   */
  public JobFileBuilder set(String stanza) {
    return set(parse(stanza));
  }

  private JobFileBuilder set(Stanza stanza) {
    entries.set(stanza, addsUp(stanza));
    return this;
  }

  private static boolean addsUp(Stanza stanza) {
    return stanza
        .typed()
        .filter(typed -> typed instanceof ListStanza || typed instanceof NormalExitStanza)
        .isPresent();
  }

  /**
   * Adds a stanza, whatever is there already.
   *
   * @param stanza what it says
   * @return this builder
   * @throws IllegalArgumentException if Upstart's language has no way to write it
   */
  public JobFileBuilder add(TypedStanza stanza) {
    entries.add(parse(StanzaPrinter.print(stanza)));
    return this;
  }

  /**
   * Adds a stanza, whatever is there already.
   *
   * @param stanza the stanza as it stands in a job file
   * @return this builder
   * @throws IllegalArgumentException if it is not one stanza that Upstart accepts
   */
  public JobFileBuilder add(String stanza) {
    entries.add(parse(stanza));
    return this;
  }

  /**
   * Puts another stanza in the place of one.
   *
   * @param old a stanza of the file
   * @param stanza what shall stand there
   * @return this builder
   * @throws IllegalArgumentException if the file has no such stanza, or Upstart's language no way
   *     to write it
   */
  public JobFileBuilder replace(Stanza old, TypedStanza stanza) {
    entries.replace(old, parse(StanzaPrinter.print(stanza)));
    return this;
  }

  /**
   * Puts another stanza in the place of one.
   *
   * @param old a stanza of the file
   * @param stanza what shall stand there, as it stands in a job file
   * @return this builder
   * @throws IllegalArgumentException if the file has no such stanza, or it is not one that Upstart
   *     accepts
   */
  public JobFileBuilder replace(Stanza old, String stanza) {
    entries.replace(old, parse(stanza));
    return this;
  }

  /**
   * Removes stanzas; their comments above stay.
   *
   * @param words what they are about, as in {@code respawn limit}, {@code env PATH}, {@code limit
   *     nofile}, {@code start on}; or their name. Nothing happens if there are none.
   * @return this builder
   */
  public JobFileBuilder remove(String words) {
    return remove(words, CommentsAbove.STAY);
  }

  /**
   * Removes stanzas.
   *
   * @param words what they are about, as in {@code respawn limit}, {@code env PATH}, {@code limit
   *     nofile}, {@code start on}; or their name. Nothing happens if there are none.
   * @param comments what becomes of the comments right above them
   * @return this builder
   */
  public JobFileBuilder remove(String words, CommentsAbove comments) {
    entries.removeIf(named(words), comments);
    return this;
  }

  /**
   * Removes a stanza.
   *
   * @param stanza a stanza of the file
   * @param comments what becomes of the comments right above it
   * @return this builder
   * @throws IllegalArgumentException if the file has no such stanza
   */
  public JobFileBuilder remove(Stanza stanza, CommentsAbove comments) {
    entries.check(stanza);
    entries.removeIf(stanza::equals, comments);
    return this;
  }

  /**
   * Turns stanzas into comments.
   *
   * @param words as in {@link #remove(String)}
   * @return this builder
   */
  public JobFileBuilder commentOut(String words) {
    entries.commentOutIf(named(words));
    return this;
  }

  /**
   * Turns a stanza into a comment.
   *
   * @param stanza a stanza of the file
   * @return this builder
   * @throws IllegalArgumentException if the file has no such stanza
   */
  public JobFileBuilder commentOut(Stanza stanza) {
    entries.check(stanza);
    entries.commentOutIf(stanza::equals);
    return this;
  }

  /**
   * Moves a stanza in front of another.
   *
   * @param stanza the stanza to move
   * @param target the other one
   * @param comments what becomes of the comments right above the stanza
   * @return this builder
   * @throws IllegalArgumentException if the file does not have both
   */
  public JobFileBuilder moveBefore(Stanza stanza, Stanza target, CommentsAbove comments) {
    entries.move(stanza, target, false, comments);
    return this;
  }

  /**
   * Moves a stanza behind another.
   *
   * @param stanza the stanza to move
   * @param target the other one
   * @param comments what becomes of the comments right above the stanza
   * @return this builder
   * @throws IllegalArgumentException if the file does not have both
   */
  public JobFileBuilder moveAfter(Stanza stanza, Stanza target, CommentsAbove comments) {
    entries.move(stanza, target, true, comments);
    return this;
  }

  /**
   * Finds what is about these words; if nothing right is, also what has them as its name. What a
   * wrong stanza is about is only guessed, so it does not hide the right ones of its name.
   */
  private Predicate<Stanza> named(String words) {
    String wanted = words.strip().replaceAll("[ \t]+", " ");
    boolean slot =
        entries.entries().stream()
            .anyMatch(
                entry ->
                    entry instanceof Stanza stanza
                        && stanza.slot().equals(wanted)
                        && stanza.typed().isPresent());
    return stanza ->
        stanza.slot().equals(wanted)
            || (!slot
                && stanza.name().map(StanzaName::text).orElseGet(stanza::keyword).equals(wanted));
  }

  /** One stanza, without blanks and line breaks around it. */
  private Stanza parse(String text) {
    JobFile file = JobFile.parse(text.replaceAll("^[ \t\r\n]+|[ \t\r\n]+$", ""));
    List<Problem> problems = file.problems(dialect);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Not a stanza that Upstart accepts\n" + problems.get(0).render("stanza"));
    }
    if (file.entries().size() != 1 || !(file.entries().get(0) instanceof Stanza stanza)) {
      throw new IllegalArgumentException(
          "Expected one stanza, not " + file.entries().size() + " lines: \"" + text + "\"");
    }
    return stanza;
  }

  /**
   * Returns the file as it is now. The builder can be used further.
   *
   * @return the file
   * @throws IllegalStateException if an entry of the file, such as a quote that is never closed,
   *     would swallow what was put behind it
   */
  public JobFile build() {
    return entries.toFile();
  }
}
