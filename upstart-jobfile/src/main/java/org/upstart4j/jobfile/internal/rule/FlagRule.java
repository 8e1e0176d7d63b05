package org.upstart4j.jobfile.internal.rule;

import org.upstart4j.jobfile.stanza.FlagStanza;
import org.upstart4j.jobfile.stanza.StanzaName;

/** {@code task}: a name that stands alone. */
public final class FlagRule extends ValueRule<FlagStanza> {

  private final StanzaName name;
  private final Change change;

  FlagRule(StanzaName name, Change change) {
    super(FlagStanza.class);
    this.name = name;
    this.change = change;
  }

  /** The rule of a stanza that does nothing but set its flag. */
  static FlagRule setting(StanzaName name) {
    Setting<Boolean> flag = flag(name);
    return new FlagRule(name, job -> job.set(flag, true));
  }

  /** Whether there is the stanza. */
  public static Setting<Boolean> flag(StanzaName name) {
    return Setting.of(name.text(), false);
  }

  @Override
  public Reading read(Words words) {
    return done(new FlagStanza(name), words);
  }

  @Override
  String text(String head, FlagStanza stanza) {
    return head;
  }

  @Override
  void apply(FlagStanza stanza, SettingsDraft job) {
    change.apply(job);
  }
}
