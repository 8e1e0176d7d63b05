package org.upstart4j.jobfile.internal.rule;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.stanza.AppArmorStanza.Action;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.version.Feature;

/** The rules of all stanzas. The compiler insists on one for each name. */
final class StanzaRules {

  private static final Map<StanzaName, StanzaRule> RULES = rules();

  private StanzaRules() {}

  /** The rule of a name. */
  static StanzaRule of(StanzaName name) {
    return Objects.requireNonNull(RULES.get(name));
  }

  private static Map<StanzaName, StanzaRule> rules() {
    Map<StanzaName, StanzaRule> rules = new EnumMap<>(StanzaName.class);
    for (StanzaName name : StanzaName.values()) {
      rules.put(name, rule(name));
    }
    return rules;
  }

  private static StanzaRule rule(StanzaName name) {
    return switch (name) {
      case DESCRIPTION, AUTHOR, VERSION, USAGE -> new TextRule(name, true);
      case INSTANCE, CHROOT, CHDIR, SETUID, SETGID -> new TextRule(name, false);
      case ENV -> new EnvRule();
      case EMITS -> new ListRule(name, "the name of an event");
      case EXPORT, IMPORT, TMPFILES -> new ListRule(name, "a word");
      case START -> new KeywordRule().with("on", new EventsRule(name, EventsRule.START));
      case STOP -> new KeywordRule().with("on", new EventsRule(name, EventsRule.STOP));
      case MANUAL -> new FlagRule(name, job -> job.set(EventsRule.START, Optional.empty()));
      case EXEC -> new ExecRule(ProcessType.MAIN);
      case SCRIPT -> new ScriptRule(ProcessType.MAIN);
      case PRE_START -> new ProcessRule(ProcessType.PRE_START);
      case POST_START -> new ProcessRule(ProcessType.POST_START);
      case PRE_STOP -> new ProcessRule(ProcessType.PRE_STOP);
      case POST_STOP -> new ProcessRule(ProcessType.POST_STOP);
      case EXPECT -> new ExpectRule();
      case TASK, DEBUG -> FlagRule.setting(name);
      case KILL ->
          new KeywordRule()
              .with("timeout", new KillTimeoutRule())
              .with("signal", new SignalRule(name, SignalRule.KILL), Feature.KILL_SIGNAL);
      case RELOAD -> new KeywordRule().with("signal", new SignalRule(name, SignalRule.RELOAD));
      case RESPAWN -> new KeywordRule(FlagRule.setting(name)).with("limit", new RespawnLimitRule());
      case NORMAL -> new KeywordRule().with("exit", new NormalExitRule());
      case CONSOLE -> new ConsoleRule();
      case UMASK -> new UmaskRule();
      case NICE -> new NiceRule();
      case OOM -> new OomRule();
      case LIMIT -> new LimitRule();
      case APPARMOR ->
          new KeywordRule()
              .with("load", new AppArmorRule(Action.LOAD))
              .with("switch", new AppArmorRule(Action.SWITCH));
      case CGROUP -> new CgroupRule();
    };
  }
}
