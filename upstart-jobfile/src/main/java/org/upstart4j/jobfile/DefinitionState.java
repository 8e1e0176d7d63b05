package org.upstart4j.jobfile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.JobDefinition.Command;
import org.upstart4j.jobfile.internal.Leftover;
import org.upstart4j.jobfile.stanza.AppArmorStanza;
import org.upstart4j.jobfile.stanza.CgroupStanza;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.ConsoleStanza;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.ExpectStanza;
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

/** A job while its stanzas are being applied, one after the other. */
final class DefinitionState {

  /** What Upstart keeps while no priority is set. */
  private static final int NO_NICE = -21;

  final Map<StanzaName, String> texts = new EnumMap<>(StanzaName.class);
  final List<String> env = new ArrayList<>(0);
  final List<String> export = new ArrayList<>(0);
  final List<String> emits = new ArrayList<>(0);
  final List<String> imports = new ArrayList<>(0);
  final List<String> tmpfiles = new ArrayList<>(0);
  final Map<ProcessType, Command> processes = new EnumMap<>(ProcessType.class);
  final List<ExitStatus> normalExit = new ArrayList<>(0);
  final Map<Resource, JobDefinition.Limit> limits = new EnumMap<>(Resource.class);
  final List<CgroupStanza> cgroups = new ArrayList<>(0);
  @Nullable EventExpression startOn;
  @Nullable EventExpression stopOn;
  @Nullable String apparmorSwitch;
  @Nullable Console console = Console.LOG;
  @Nullable Integer nice;
  Expect expect = Expect.NONE;
  boolean task;
  boolean respawn;
  boolean debug;
  long killTimeout = 5;
  Signal killSignal = Signal.TERM;
  Signal reloadSignal = Signal.HUP;
  int respawnLimit = 10;
  long respawnInterval = 5;
  int umask = 022;
  int oomScore;

  DefinitionState() {
    texts.put(StanzaName.INSTANCE, "");
  }

  /** Everything in a list, to compare. */
  List<@Nullable Object> values() {
    List<@Nullable Object> values = new ArrayList<>();
    values.addAll(List.of(texts, env, export, emits, imports, tmpfiles, processes, normalExit));
    values.addAll(List.of(limits, cgroups, expect, task, respawn, debug, killTimeout, killSignal));
    values.addAll(List.of(reloadSignal, respawnLimit, respawnInterval, umask, oomScore));
    values.add(startOn);
    values.add(stopOn);
    values.add(apparmorSwitch);
    values.add(console);
    values.add(nice);
    return values;
  }

  void apply(TypedStanza stanza) {
    switch (stanza.name()) {
      case DESCRIPTION, AUTHOR, VERSION, USAGE, INSTANCE, CHROOT, CHDIR, SETUID, SETGID ->
          texts.put(stanza.name(), ((TextStanza) stanza).text());
      case ENV -> env.add(((EnvStanza) stanza).variable());
      case EXPORT -> export.addAll(((ListStanza) stanza).words());
      case EMITS -> emits.addAll(((ListStanza) stanza).words());
      case IMPORT -> imports.addAll(((ListStanza) stanza).words());
      case TMPFILES -> tmpfiles.addAll(((ListStanza) stanza).words());
      case START -> startOn = ((EventsStanza) stanza).events();
      case STOP -> stopOn = ((EventsStanza) stanza).events();
      case MANUAL -> startOn = null;
      case EXEC, SCRIPT, PRE_START, POST_START, PRE_STOP, POST_STOP -> process(stanza);
      case EXPECT -> expect = ((ExpectStanza) stanza).expect();
      case TASK -> task = true;
      case DEBUG -> debug = true;
      case KILL -> kill(stanza);
      case RELOAD -> reloadSignal = ((SignalStanza) stanza).signal();
      case RESPAWN -> respawn(stanza);
      case NORMAL -> normalExit.addAll(((NormalExitStanza) stanza).statuses());
      case CONSOLE -> console = ((ConsoleStanza) stanza).console();
      case UMASK -> umask = ((UmaskStanza) stanza).mask();
      case NICE -> nice = ((NiceStanza) stanza).priority();
      case OOM -> oomScore = ((OomStanza) stanza).score();
      case LIMIT -> limit((LimitStanza) stanza);
      case APPARMOR -> apparmor((AppArmorStanza) stanza);
      case CGROUP -> cgroups.add((CgroupStanza) stanza);
    }
  }

  private void process(TypedStanza stanza) {
    if (stanza instanceof ExecStanza exec) {
      processes.put(exec.process(), new Command(false, exec.command()));
    } else if (stanza instanceof ScriptStanza script) {
      processes.put(script.process(), new Command(true, script.script()));
    }
  }

  private void kill(TypedStanza stanza) {
    if (stanza instanceof KillTimeoutStanza timeout) {
      killTimeout = timeout.timeout().toSeconds();
    } else if (stanza instanceof SignalStanza signal) {
      killSignal = signal.signal();
    }
  }

  private void respawn(TypedStanza stanza) {
    if (stanza instanceof RespawnLimitStanza limit) {
      respawnLimit = limit.count();
      respawnInterval = limit.interval().toSeconds();
    } else {
      respawn = true;
    }
  }

  private void limit(LimitStanza limit) {
    limits.put(limit.resource(), new JobDefinition.Limit(limit.soft(), limit.hard()));
  }

  private void apparmor(AppArmorStanza apparmor) {
    if (apparmor.action() == AppArmorStanza.Action.SWITCH) {
      apparmorSwitch = apparmor.profile();
    } else {
      String command = "/sbin/apparmor_parser -r -W " + apparmor.profile();
      processes.put(ProcessType.SECURITY, new Command(false, command));
    }
  }

  void apply(Leftover leftover) {
    if (leftover instanceof Leftover.Cleared cleared) {
      clear(cleared.name());
    } else if (leftover instanceof Leftover.ProfileCleared) {
      apparmorSwitch = null;
    } else if (leftover instanceof Leftover.ProcessAdded added) {
      processes.putIfAbsent(added.process(), new Command(false, null));
    } else if (leftover instanceof Leftover.CommandCleared cleared) {
      processes.put(cleared.process(), new Command(cleared.script(), null));
    } else if (leftover instanceof Leftover.NumberSet set) {
      number(set.setting(), set.value());
    } else if (leftover instanceof Leftover.LimitSet set) {
      limits.merge(
          set.resource(),
          new JobDefinition.Limit(limit(set.soft()), limit(set.hard())),
          (old, now) ->
              new JobDefinition.Limit(
                  set.soft() == null ? old.soft() : now.soft(),
                  set.hard() == null ? old.hard() : now.hard()));
    } else if (leftover instanceof Leftover.ExitsAdded added) {
      normalExit.addAll(added.statuses());
    } else if (leftover instanceof Leftover.ConsoleLost) {
      console = null;
    }
  }

  private static LimitValue limit(@Nullable Long bits) {
    return new LimitValue(Objects.requireNonNullElse(bits, 0L));
  }

  private void clear(StanzaName name) {
    switch (name) {
      case START -> startOn = null;
      case STOP -> stopOn = null;
      default -> texts.remove(name);
    }
  }

  private void number(Leftover.Setting setting, long value) {
    switch (setting) {
      case KILL_TIMEOUT -> killTimeout = value;
      case RESPAWN_LIMIT -> respawnLimit = (int) value;
      case RESPAWN_INTERVAL -> respawnInterval = value;
      case UMASK -> umask = (int) value;
      case NICE -> nice = (int) value == NO_NICE ? null : Integer.valueOf((int) value);
      case OOM_SCORE -> oomScore = (int) value;
    }
  }
}
