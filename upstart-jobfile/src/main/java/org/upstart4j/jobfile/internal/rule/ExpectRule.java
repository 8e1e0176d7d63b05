package org.upstart4j.jobfile.internal.rule;

import java.util.Optional;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.ExpectStanza;
import org.upstart4j.jobfile.stanza.Fault;

/** {@code expect fork}. */
public final class ExpectRule extends WordRule<ExpectStanza> {

  /** How the main process shows that it is ready. */
  public static final Setting<Expect> EXPECT = Setting.of("expect", Expect.NONE);

  private static final String EXPECTED = "none, stop, daemon or fork";

  ExpectRule() {
    super(ExpectStanza.class, EXPECTED);
  }

  @Override
  Reading read(String word, Words words) {
    Optional<Expect> expect = Expect.find(word);
    return expect.isPresent()
        ? done(new ExpectStanza(expect.get()), words)
        : Reading.failed(words.wrong(Fault.UNKNOWN_STANZA, "known here", EXPECTED));
  }

  @Override
  String text(String head, ExpectStanza stanza) {
    return head + " " + stanza.expect();
  }

  @Override
  void apply(ExpectStanza stanza, SettingsDraft job) {
    job.set(EXPECT, stanza.expect());
  }
}
