package org.upstart4j.jobfile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.stanza.CgroupStanza;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.Dialect;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.LimitValue;
import org.upstart4j.jobfile.stanza.Resource;
import org.upstart4j.jobfile.stanza.StanzaName;

/**
 * A job as Upstart 1.13.2 understands it: the last stanza of each kind, lists added up, defaults
 * filled in. Immutable; two definitions are equal if all they say is equal.
 *
 * <pre>{@code
 * JobDefinition web = JobDefinition.of("web", JobFile.read(Path.of("/etc/init/web.conf")));
 * web.startOn(); // Optional[(local-filesystems and net-device-up IFACE!=lo)]
 * }</pre>
 */
public final class JobDefinition {

  private final String name;
  private final DefinitionState state;

  JobDefinition(String name, DefinitionState state) {
    this.name = name;
    this.state = state;
  }

  /**
   * A process's command or script.
   *
   * @param script whether it is a script, and not a command
   * @param text the command or script; null only in what is left of a job after an override failed
   *     at this stanza
   */
  public record Command(boolean script, @Nullable String text) {}

  /**
   * A resource limit.
   *
   * @param soft the limit in force
   * @param hard how far the job may raise it
   */
  public record Limit(LimitValue soft, LimitValue hard) {}

  /**
   * A control group and its settings.
   *
   * @param controller the controller
   * @param name the group's name; {@code $UPSTART_CGROUP} for one of the job's own
   * @param settings keys and values, in the order in which the keys were first set
   */
  public record Cgroup(String controller, String name, Map<String, String> settings) {}

  /**
   * Returns the job that a conf file defines.
   *
   * @param name the job's name
   * @param conf the conf file
   * @return the definition
   * @throws JobFileSyntaxException if Upstart rejects the file
   */
  public static JobDefinition of(String name, JobFile conf) {
    return of(name, conf, Dialect.UPSTART);
  }

  /**
   * Returns the job that a conf file of a dialect defines.
   *
   * @param name the job's name
   * @param conf the conf file
   * @param dialect whose stanzas are known
   * @return the definition
   * @throws JobFileSyntaxException if an Upstart of that dialect rejects the file
   */
  public static JobDefinition of(String name, JobFile conf, Dialect dialect) {
    return accepted(name, verdict(name, conf, dialect));
  }

  /**
   * Returns the job that a conf file and its override file define.
   *
   * @param name the job's name
   * @param conf the conf file
   * @param override the override file, which is applied on top
   * @return the definition
   * @throws JobFileSyntaxException if Upstart rejects one of the files
   */
  public static JobDefinition of(String name, JobFile conf, JobFile override) {
    return accepted(name, verdict(name, conf, override, Dialect.UPSTART));
  }

  private static JobDefinition accepted(String name, Verdict verdict) {
    if (verdict instanceof Verdict.Rejected rejected) {
      throw new JobFileSyntaxException(name, rejected);
    }
    return ((Verdict.Accepted) verdict).definition();
  }

  /**
   * Returns what Upstart makes of a conf file.
   *
   * @param name the job's name
   * @param conf the conf file
   * @param dialect whose stanzas are known
   * @return the definition, or the first problem
   */
  public static Verdict verdict(String name, JobFile conf, Dialect dialect) {
    return DefinitionReader.read(name, conf, null, dialect);
  }

  /**
   * Returns what Upstart makes of a conf file and its override file.
   *
   * @param name the job's name
   * @param conf the conf file
   * @param override the override file
   * @param dialect whose stanzas are known
   * @return the definition, or the first problem and what Upstart does about it
   */
  public static Verdict verdict(String name, JobFile conf, JobFile override, Dialect dialect) {
    return DefinitionReader.read(name, conf, override, dialect);
  }

  private Optional<String> text(StanzaName stanza) {
    return Optional.ofNullable(state.texts.get(stanza));
  }

  /**
   * Returns the job's name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns what the job is.
   *
   * @return nothing if the job does not say
   */
  public Optional<String> description() {
    return text(StanzaName.DESCRIPTION);
  }

  /**
   * Returns who wrote the job.
   *
   * @return nothing if the job does not say
   */
  public Optional<String> author() {
    return text(StanzaName.AUTHOR);
  }

  /**
   * Returns which version the job is.
   *
   * @return nothing if the job does not say
   */
  public Optional<String> version() {
    return text(StanzaName.VERSION);
  }

  /**
   * Returns how to start the job.
   *
   * @return nothing if the job does not say
   */
  public Optional<String> usage() {
    return text(StanzaName.USAGE);
  }

  /**
   * Returns what names an instance, with variables not yet replaced.
   *
   * @return an empty text if the job has one instance; nothing only in what is left of a job after
   *     an override failed at this stanza
   */
  public Optional<String> instance() {
    return text(StanzaName.INSTANCE);
  }

  /**
   * Returns the environment.
   *
   * @return {@code NAME=VALUE} or {@code NAME}, in the order of the stanzas, repeated ones too
   */
  public List<String> env() {
    return List.copyOf(state.env);
  }

  /**
   * Returns the variables that go into the job's events.
   *
   * @return names, in order
   */
  public List<String> export() {
    return List.copyOf(state.export);
  }

  /**
   * Returns the events that the job's processes emit.
   *
   * @return names or patterns, in order
   */
  public List<String> emits() {
    return List.copyOf(state.emits);
  }

  /**
   * Returns the variables that the job takes over, on ChromeOS.
   *
   * @return names, in order
   */
  public List<String> imports() {
    return List.copyOf(state.imports);
  }

  /**
   * Returns the tmpfiles.d files of the job, on ChromeOS.
   *
   * @return paths, in order
   */
  public List<String> tmpfiles() {
    return List.copyOf(state.tmpfiles);
  }

  /**
   * Returns on which events the job starts.
   *
   * @return nothing if it only starts by hand
   */
  public Optional<EventExpression> startOn() {
    return Optional.ofNullable(state.startOn);
  }

  /**
   * Returns on which events the job stops.
   *
   * @return nothing if it only stops by hand
   */
  public Optional<EventExpression> stopOn() {
    return Optional.ofNullable(state.stopOn);
  }

  /**
   * Returns what the job runs.
   *
   * @return the processes that it has
   */
  public Map<ProcessType, Command> processes() {
    return Collections.unmodifiableMap(new EnumMap<>(state.processes));
  }

  /**
   * Returns how the main process shows that it is ready.
   *
   * @return {@code none} by default
   */
  public Expect expect() {
    return state.expect;
  }

  /**
   * Says whether the job runs to its end.
   *
   * @return false by default
   */
  public boolean task() {
    return state.task;
  }

  /**
   * Returns how long a process has between the kill signal and KILL.
   *
   * @return 5 seconds by default
   */
  public Duration killTimeout() {
    return Duration.ofSeconds(state.killTimeout);
  }

  /**
   * Returns the signal of a stop.
   *
   * @return TERM by default
   */
  public Signal killSignal() {
    return state.killSignal;
  }

  /**
   * Returns the signal of a reload.
   *
   * @return HUP by default
   */
  public Signal reloadSignal() {
    return state.reloadSignal;
  }

  /**
   * Says whether the main process is restarted when it dies.
   *
   * @return false by default
   */
  public boolean respawn() {
    return state.respawn;
  }

  /**
   * Returns how often it is restarted within the interval.
   *
   * @return 10 by default; 0 for any number
   */
  public int respawnLimit() {
    return state.respawnLimit;
  }

  /**
   * Returns the interval of the respawn limit.
   *
   * @return 5 seconds by default
   */
  public Duration respawnInterval() {
    return Duration.ofSeconds(state.respawnInterval);
  }

  /**
   * Returns which ways to exit are no failure.
   *
   * @return exit codes and signals, in order
   */
  public List<ExitStatus> normalExit() {
    return List.copyOf(state.normalExit);
  }

  /**
   * Returns where the output goes.
   *
   * @return {@code log} by default; nothing only in what is left of a job after an override failed
   *     at this stanza
   */
  public Optional<Console> console() {
    return Optional.ofNullable(state.console);
  }

  /**
   * Returns the file creation mask.
   *
   * @return 022 by default
   */
  public int umask() {
    return state.umask;
  }

  /**
   * Returns the scheduling priority.
   *
   * @return nothing if the job does not set it
   */
  public Optional<Integer> nice() {
    return Optional.ofNullable(state.nice);
  }

  /**
   * Returns the adjustment of the out-of-memory score.
   *
   * @return -1000 to 1000, 0 by default
   */
  public int oomScore() {
    return state.oomScore;
  }

  /**
   * Returns the resource limits.
   *
   * @return those that the job sets
   */
  public Map<Resource, Limit> limits() {
    return Collections.unmodifiableMap(new EnumMap<>(state.limits));
  }

  /**
   * Returns the root directory.
   *
   * @return nothing if the job does not say
   */
  public Optional<String> chroot() {
    return text(StanzaName.CHROOT);
  }

  /**
   * Returns the working directory.
   *
   * @return nothing if the job does not say
   */
  public Optional<String> chdir() {
    return text(StanzaName.CHDIR);
  }

  /**
   * Returns the user.
   *
   * @return nothing if the job does not say
   */
  public Optional<String> setuid() {
    return text(StanzaName.SETUID);
  }

  /**
   * Returns the group.
   *
   * @return nothing if the job does not say
   */
  public Optional<String> setgid() {
    return text(StanzaName.SETGID);
  }

  /**
   * Says whether the job's processes are paused for debugging.
   *
   * @return true if the stanza is there; Upstart heeds it only when it was started with {@code
   *     --debug}
   */
  public boolean debug() {
    return state.debug;
  }

  /**
   * Returns the AppArmor profile that the main process runs under.
   *
   * @return nothing if the job does not say
   */
  public Optional<String> apparmorSwitch() {
    return Optional.ofNullable(state.apparmorSwitch);
  }

  /**
   * Returns the control groups.
   *
   * @return one for each controller and name, settings joined
   */
  public List<Cgroup> cgroups() {
    Map<String, Map<String, Map<String, String>>> controllers = new LinkedHashMap<>();
    for (CgroupStanza stanza : state.cgroups) {
      Map<String, String> settings =
          controllers
              .computeIfAbsent(stanza.controller(), key -> new LinkedHashMap<>())
              .computeIfAbsent(
                  stanza.group().orElse(CgroupStanza.OWN_GROUP), key -> new LinkedHashMap<>());
      stanza.setting().ifPresent(setting -> settings.put(setting.key(), setting.value()));
    }
    List<Cgroup> cgroups = new ArrayList<>();
    controllers.forEach(
        (controller, names) ->
            names.forEach(
                (group, settings) ->
                    cgroups.add(
                        new Cgroup(controller, group, Collections.unmodifiableMap(settings)))));
    return List.copyOf(cgroups);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JobDefinition that
        && name.equals(that.name)
        && state.values().equals(that.state.values());
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + state.values().hashCode();
  }

  @Override
  public String toString() {
    return "job " + name;
  }
}
