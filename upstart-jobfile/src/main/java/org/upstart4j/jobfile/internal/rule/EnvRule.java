package org.upstart4j.jobfile.internal.rule;

import java.util.List;
import org.upstart4j.jobfile.stanza.EnvStanza;

/** {@code env NAME=VALUE}. */
public final class EnvRule extends WordRule<EnvStanza> {

  /** The variables, in the order of the stanzas. */
  public static final Setting<List<String>> VARIABLES = Setting.list("env");

  EnvRule() {
    super(EnvStanza.class, "NAME=VALUE, or NAME");
  }

  @Override
  Reading read(String word, Words words) {
    return done(new EnvStanza(word), words);
  }

  @Override
  String text(String head, EnvStanza stanza) {
    return head + " " + Quoting.word(stanza.variable());
  }

  @Override
  void apply(EnvStanza stanza, SettingsDraft job) {
    job.add(VARIABLES, List.of(stanza.variable()));
  }
}
