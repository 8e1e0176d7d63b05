package org.upstart4j.jobfile.internal.rule;

import java.util.Locale;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.UmaskStanza;

/** {@code umask 022}. */
public final class UmaskRule extends WordRule<UmaskStanza> {

  /** The file creation mask. */
  public static final Setting<Integer> MASK = Setting.of("umask", 022);

  private static final String EXPECTED = "an octal number from 0 to 777";

  UmaskRule() {
    super(UmaskStanza.class, EXPECTED);
  }

  @Override
  Reading read(String word, Words words) {
    Numbers number = Numbers.unsigned(word, 8);
    int mask = (int) number.value();
    return number.valid() && (mask & ~0777) == 0
        ? done(new UmaskStanza(mask), words)
        : Reading.failed(
            words.wrong(Fault.ILLEGAL_UMASK, "a mask", EXPECTED), job -> job.set(MASK, mask));
  }

  @Override
  String text(String head, UmaskStanza stanza) {
    return head + String.format(Locale.ROOT, " %03o", stanza.mask());
  }

  @Override
  void apply(UmaskStanza stanza, SettingsDraft job) {
    job.set(MASK, stanza.mask());
  }
}
