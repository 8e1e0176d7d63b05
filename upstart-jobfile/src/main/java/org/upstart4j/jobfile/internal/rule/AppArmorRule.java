package org.upstart4j.jobfile.internal.rule;

import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.stanza.AppArmorStanza;
import org.upstart4j.jobfile.stanza.AppArmorStanza.Action;
import org.upstart4j.jobfile.stanza.TypedStanza;

/** {@code apparmor load PATH}, {@code apparmor switch PROFILE}; from the profile on. */
public final class AppArmorRule extends WordRule<AppArmorStanza> {

  /** The profile that the main process runs under. */
  public static final Setting<Optional<String>> SWITCH = Setting.optional("apparmor switch");

  private final Action action;

  AppArmorRule(Action action) {
    super(
        AppArmorStanza.class,
        action == Action.LOAD ? "the file of a profile" : "the name of a profile");
    this.action = action;
  }

  @Override
  Reading read(String word, Words words) {
    return done(new AppArmorStanza(action, word), words);
  }

  @Override
  Change withoutWord() {
    return action == Action.SWITCH ? job -> job.set(SWITCH, Optional.empty()) : Change.NONE;
  }

  @Override
  String text(String head, AppArmorStanza stanza) {
    return head + " " + Quoting.word(stanza.profile());
  }

  @Override
  void apply(AppArmorStanza stanza, SettingsDraft job) {
    String profile = stanza.profile();
    if (action == Action.SWITCH) {
      job.set(SWITCH, Optional.of(profile));
    } else {
      ProcessText load = new ProcessText(false, "/sbin/apparmor_parser -r -W " + profile);
      load.forProcess(ProcessType.SECURITY).apply(job);
    }
  }

  @Override
  public boolean covers(TypedStanza stanza) {
    return stanza instanceof AppArmorStanza apparmor && apparmor.action() == action;
  }
}
