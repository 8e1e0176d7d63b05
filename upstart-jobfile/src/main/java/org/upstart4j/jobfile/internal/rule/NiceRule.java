package org.upstart4j.jobfile.internal.rule;

import java.util.Optional;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.NiceStanza;

/** {@code nice -5}. */
public final class NiceRule extends WordRule<NiceStanza> {

  /** The scheduling priority, if one is set. */
  public static final Setting<Optional<Integer>> PRIORITY = Setting.optional("nice");

  private static final String EXPECTED = "a number from -20 to 19";

  /** What Upstart keeps while no priority is set. */
  private static final int NOT_SET = -21;

  NiceRule() {
    super(NiceStanza.class, EXPECTED);
  }

  @Override
  Reading read(String word, Words words) {
    Numbers number = Numbers.signed(word);
    int priority = (int) number.value();
    return number.valid() && priority >= -20 && priority <= 19
        ? done(new NiceStanza(priority), words)
        : Reading.failed(
            words.wrong(Fault.ILLEGAL_NICE, "a priority", EXPECTED),
            job -> job.set(PRIORITY, Optional.of(priority).filter(set -> set != NOT_SET)));
  }

  @Override
  String text(String head, NiceStanza stanza) {
    return head + " " + stanza.priority();
  }

  @Override
  void apply(NiceStanza stanza, SettingsDraft job) {
    job.set(PRIORITY, Optional.of(stanza.priority()));
  }
}
