package org.upstart4j.jobfile.internal.rule;

import java.time.Duration;
import org.upstart4j.jobfile.stanza.KillTimeoutStanza;

/** {@code kill timeout SECONDS}; from the number on. */
public final class KillTimeoutRule extends WordRule<KillTimeoutStanza> {

  /** How many seconds a process has between the kill signal and KILL. */
  public static final Setting<Long> SECONDS = Setting.of("kill timeout", 5L);

  KillTimeoutRule() {
    super(KillTimeoutStanza.class, WholeSeconds.EXPECTED);
  }

  @Override
  Reading read(String word, Words words) {
    Numbers seconds = Numbers.signed(word);
    return WholeSeconds.isValid(seconds)
        ? done(new KillTimeoutStanza(Duration.ofSeconds(seconds.value())), words)
        : Reading.failed(WholeSeconds.wrong(words), job -> job.set(SECONDS, seconds.value()));
  }

  @Override
  String text(String head, KillTimeoutStanza stanza) {
    return head + " " + stanza.timeout().toSeconds();
  }

  @Override
  void apply(KillTimeoutStanza stanza, SettingsDraft job) {
    job.set(SECONDS, stanza.timeout().toSeconds());
  }
}
