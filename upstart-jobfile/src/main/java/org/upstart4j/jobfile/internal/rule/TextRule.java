package org.upstart4j.jobfile.internal.rule;

import java.util.Optional;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TextStanza;

/** {@code chdir /srv}: one text; one for people stands in quotes. */
public final class TextRule extends WordRule<TextStanza> {

  private final StanzaName name;
  private final Setting<Optional<String>> setting;
  private final boolean forPeople;

  TextRule(StanzaName name, boolean forPeople) {
    super(TextStanza.class, "the " + name);
    this.name = name;
    this.setting = setting(name);
    this.forPeople = forPeople;
  }

  /** The text of a name. */
  public static Setting<Optional<String>> setting(StanzaName name) {
    return name == StanzaName.INSTANCE
        ? Setting.of(name.text(), Optional.of(""))
        : Setting.optional(name.text());
  }

  @Override
  Reading read(String word, Words words) {
    return done(new TextStanza(name, word), words);
  }

  @Override
  Change withoutWord() {
    return job -> job.set(setting, Optional.empty());
  }

  @Override
  String text(String head, TextStanza stanza) {
    String text = stanza.text();
    return head + " " + (forPeople ? Quoting.prose(text) : Quoting.word(text));
  }

  @Override
  void apply(TextStanza stanza, SettingsDraft job) {
    job.set(setting, Optional.of(stanza.text()));
  }
}
