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
import org.upstart4j.jobfile.internal.rule.AppArmorRule;
import org.upstart4j.jobfile.internal.rule.CgroupRule;
import org.upstart4j.jobfile.internal.rule.ConsoleRule;
import org.upstart4j.jobfile.internal.rule.EnvRule;
import org.upstart4j.jobfile.internal.rule.EventsRule;
import org.upstart4j.jobfile.internal.rule.ExpectRule;
import org.upstart4j.jobfile.internal.rule.FlagRule;
import org.upstart4j.jobfile.internal.rule.KillTimeoutRule;
import org.upstart4j.jobfile.internal.rule.LimitRule;
import org.upstart4j.jobfile.internal.rule.ListRule;
import org.upstart4j.jobfile.internal.rule.NiceRule;
import org.upstart4j.jobfile.internal.rule.NormalExitRule;
import org.upstart4j.jobfile.internal.rule.OomRule;
import org.upstart4j.jobfile.internal.rule.ProcessText;
import org.upstart4j.jobfile.internal.rule.RespawnLimitRule;
import org.upstart4j.jobfile.internal.rule.Settings;
import org.upstart4j.jobfile.internal.rule.SignalRule;
import org.upstart4j.jobfile.internal.rule.TextRule;
import org.upstart4j.jobfile.internal.rule.UmaskRule;
import org.upstart4j.jobfile.stanza.CgroupStanza;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.LimitValue;
import org.upstart4j.jobfile.stanza.Resource;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.version.UpstartVersion;

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
  private final Settings settings;

  JobDefinition(String name, Settings settings) {
    this.name = name;
    this.settings = settings;
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
  public record Cgroup(String controller, String name, Map<String, String> settings) {

    /**
     * Makes a control group.
     *
     * @param controller the controller
     * @param name the group's name; {@code $UPSTART_CGROUP} for one of the job's own
     * @param settings keys and values, which are copied
     */
    public Cgroup {
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** One group for each controller and name, with the settings of all its stanzas. */
    private static List<Cgroup> of(List<CgroupStanza> stanzas) {
      Map<String, Map<String, Map<String, String>>> controllers = new LinkedHashMap<>();
      for (CgroupStanza stanza : stanzas) {
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
                  (name, settings) -> cgroups.add(new Cgroup(controller, name, settings))));
      return List.copyOf(cgroups);
    }
  }

  /**
   * Makes the job that a conf file defines.
   *
   * @param name the job's name
   * @param conf the conf file
   * @return the definition
   * @throws JobFileSyntaxException if Upstart rejects the file
   */
  public static JobDefinition of(String name, JobFile conf) {
    return of(name, conf, UpstartVersion.NEWEST);
  }

  /**
   * Makes the job that a conf file defines.
   *
   * @param name the job's name
   * @param conf the conf file
   * @param version the Upstart that reads it
   * @return the definition
   * @throws JobFileSyntaxException if it rejects the file
   */
  public static JobDefinition of(String name, JobFile conf, UpstartVersion version) {
    return accepted(name, verdict(name, conf, version));
  }

  /**
   * Makes the job that a conf file and its override file define.
   *
   * @param name the job's name
   * @param conf the conf file
   * @param override the override file, which is applied on top
   * @return the definition
   * @throws JobFileSyntaxException if Upstart rejects one of the files
   */
  public static JobDefinition of(String name, JobFile conf, JobFile override) {
    return accepted(name, verdict(name, conf, override, UpstartVersion.NEWEST));
  }

  /**
   * Makes the job that a conf file and its override file define.
   *
   * @param name the job's name
   * @param conf the conf file
   * @param override the override file, which is applied on top
   * @param version the Upstart that reads them; one without override files does not look at it
   * @return the definition
   * @throws JobFileSyntaxException if it rejects one of the files
   */
  public static JobDefinition of(
      String name, JobFile conf, JobFile override, UpstartVersion version) {
    return accepted(name, verdict(name, conf, override, version));
  }

  static JobDefinition accepted(String name, Verdict verdict) {
    if (verdict instanceof Verdict.Rejected rejected) {
      throw new JobFileSyntaxException(name, rejected.problem(), rejected.inOverride());
    }
    return ((Verdict.Accepted) verdict).definition();
  }

  /**
   * Says what the newest Upstart makes of a conf file.
   *
   * @param name the job's name
   * @param conf the conf file
   * @return the definition, or the first problem
   */
  public static Verdict verdict(String name, JobFile conf) {
    return verdict(name, conf, UpstartVersion.NEWEST);
  }

  /**
   * Says what an Upstart makes of a conf file.
   *
   * @param name the job's name
   * @param conf the conf file
   * @param version the Upstart that reads it
   * @return the definition, or the first problem
   */
  public static Verdict verdict(String name, JobFile conf, UpstartVersion version) {
    return DefinitionReader.read(name, conf, null, version);
  }

  /**
   * Says what an Upstart makes of a conf file and its override file.
   *
   * @param name the job's name
   * @param conf the conf file
   * @param override the override file
   * @param version the Upstart that reads it
   * @return the definition, or the first problem and what Upstart does about it
   */
  public static Verdict verdict(
      String name, JobFile conf, JobFile override, UpstartVersion version) {
    return DefinitionReader.read(name, conf, override, version);
  }

  /** {@return the job's name} */
  public String name() {
    return name;
  }

  /** {@return what the job is; nothing if the job does not say} */
  public Optional<String> description() {
    return text(StanzaName.DESCRIPTION);
  }

  /** {@return who wrote the job; nothing if the job does not say} */
  public Optional<String> author() {
    return text(StanzaName.AUTHOR);
  }

  /** {@return which version the job is; nothing if the job does not say} */
  public Optional<String> version() {
    return text(StanzaName.VERSION);
  }

  /** {@return how to start the job; nothing if the job does not say} */
  public Optional<String> usage() {
    return text(StanzaName.USAGE);
  }

  /**
   * {@return what names an instance, with variables not yet replaced: an empty text if the job has
   * one instance; nothing only in what is left of a job after an override failed at this stanza}
   */
  public Optional<String> instance() {
    return text(StanzaName.INSTANCE);
  }

  /**
   * {@return the environment: {@code NAME=VALUE} or {@code NAME}, in the order of the stanzas,
   * repeated ones too}
   */
  public List<String> env() {
    return settings.get(EnvRule.VARIABLES);
  }

  /** {@return the names of the variables that go into the job's events, in order} */
  public List<String> export() {
    return words(StanzaName.EXPORT);
  }

  /** {@return the names or patterns of the events that the job's processes emit, in order} */
  public List<String> emits() {
    return words(StanzaName.EMITS);
  }

  /** {@return the names of the variables that the job takes over, in order; on ChromeOS} */
  public List<String> imports() {
    return words(StanzaName.IMPORT);
  }

  /** {@return the paths of the job's tmpfiles.d files, in order; on ChromeOS} */
  public List<String> tmpfiles() {
    return words(StanzaName.TMPFILES);
  }

  /** {@return on which events the job starts; nothing if it only starts by hand} */
  public Optional<EventExpression> startOn() {
    return settings.get(EventsRule.START);
  }

  /** {@return on which events the job stops; nothing if it only stops by hand} */
  public Optional<EventExpression> stopOn() {
    return settings.get(EventsRule.STOP);
  }

  /** {@return what the job runs: the processes that it has} */
  public Map<ProcessType, Command> processes() {
    Map<ProcessType, Command> processes = new EnumMap<>(ProcessType.class);
    settings
        .get(ProcessText.ALL)
        .forEach((type, text) -> processes.put(type, new Command(text.script(), text.text())));
    return Collections.unmodifiableMap(processes);
  }

  /** {@return how the main process shows that it is ready; {@code none} by default} */
  public Expect expect() {
    return settings.get(ExpectRule.EXPECT);
  }

  /** {@return whether the job runs to its end; false by default} */
  public boolean task() {
    return flag(StanzaName.TASK);
  }

  /** {@return how long a process has between the kill signal and KILL; 5 seconds by default} */
  public Duration killTimeout() {
    return Duration.ofSeconds(settings.get(KillTimeoutRule.SECONDS));
  }

  /** {@return the signal of a stop; TERM by default} */
  public Signal killSignal() {
    return settings.get(SignalRule.KILL);
  }

  /** {@return the signal of a reload; HUP by default} */
  public Signal reloadSignal() {
    return settings.get(SignalRule.RELOAD);
  }

  /** {@return whether the main process is restarted when it dies; false by default} */
  public boolean respawn() {
    return flag(StanzaName.RESPAWN);
  }

  /** {@return how often it is restarted within the interval; 10 by default, 0 for any number} */
  public int respawnLimit() {
    return settings.get(RespawnLimitRule.COUNT);
  }

  /** {@return the interval of the respawn limit; 5 seconds by default} */
  public Duration respawnInterval() {
    return Duration.ofSeconds(settings.get(RespawnLimitRule.SECONDS));
  }

  /** {@return which ways to exit are no failure: exit codes and signals, in order} */
  public List<ExitStatus> normalExit() {
    return settings.get(NormalExitRule.STATUSES);
  }

  /**
   * {@return where the output goes: {@code log} by default, {@code none} for versions that do not
   * know {@code log}; nothing only in what is left of a job after an override failed at this
   * stanza}
   */
  public Optional<Console> console() {
    return settings.get(ConsoleRule.CONSOLE);
  }

  /** {@return the file creation mask; 022 by default} */
  public int umask() {
    return settings.get(UmaskRule.MASK);
  }

  /** {@return the scheduling priority; nothing if the job does not set it} */
  public Optional<Integer> nice() {
    return settings.get(NiceRule.PRIORITY);
  }

  /** {@return the adjustment of the out-of-memory score, from -1000 to 1000; 0 by default} */
  public int oomScore() {
    return settings.get(OomRule.SCORE);
  }

  /** {@return the resource limits that the job sets} */
  public Map<Resource, Limit> limits() {
    Map<Resource, Limit> limits = new EnumMap<>(Resource.class);
    settings
        .get(LimitRule.LIMITS)
        .forEach((resource, limit) -> limits.put(resource, new Limit(limit.soft(), limit.hard())));
    return Collections.unmodifiableMap(limits);
  }

  /** {@return the root directory; nothing if the job does not say} */
  public Optional<String> chroot() {
    return text(StanzaName.CHROOT);
  }

  /** {@return the working directory; nothing if the job does not say} */
  public Optional<String> chdir() {
    return text(StanzaName.CHDIR);
  }

  /** {@return the user; nothing if the job does not say} */
  public Optional<String> setuid() {
    return text(StanzaName.SETUID);
  }

  /** {@return the group; nothing if the job does not say} */
  public Optional<String> setgid() {
    return text(StanzaName.SETGID);
  }

  /**
   * {@return whether the job's processes are paused for debugging; Upstart heeds it only when it
   * was started with {@code --debug}}
   */
  public boolean debug() {
    return flag(StanzaName.DEBUG);
  }

  /**
   * {@return the AppArmor profile that the main process runs under; nothing if the job does not
   * say}
   */
  public Optional<String> apparmorSwitch() {
    return settings.get(AppArmorRule.SWITCH);
  }

  /** {@return the control groups: one for each controller and name, settings joined} */
  public List<Cgroup> cgroups() {
    return Cgroup.of(settings.get(CgroupRule.CGROUPS));
  }

  private Optional<String> text(StanzaName stanza) {
    return settings.get(TextRule.setting(stanza));
  }

  private List<String> words(StanzaName stanza) {
    return settings.get(ListRule.setting(stanza));
  }

  private boolean flag(StanzaName stanza) {
    return settings.get(FlagRule.flag(stanza));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JobDefinition that
        && name.equals(that.name)
        && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + settings.hashCode();
  }

  @Override
  public String toString() {
    return "job " + name;
  }
}
