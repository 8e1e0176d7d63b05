package org.upstart4j.jobfile.internal.rule;

import java.time.Duration;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.RespawnLimitStanza;

/** {@code respawn limit COUNT SECONDS}; from the count on. */
public final class RespawnLimitRule extends WordRule<RespawnLimitStanza> {

  /** How often the main process is restarted within the interval. */
  public static final Setting<Integer> COUNT = Setting.of("respawn limit", 10);

  /** How many seconds the interval has. */
  public static final Setting<Long> SECONDS = Setting.of("respawn interval", 5L);

  private static final String UNLIMITED = "unlimited";

  RespawnLimitRule() {
    super(RespawnLimitStanza.class, LimitRule.EXPECTED);
  }

  @Override
  Reading read(String word, Words words) {
    if (word.equals(UNLIMITED)) {
      return done(RespawnLimitStanza.UNLIMITED, words);
    }
    Numbers number = Numbers.signed(word);
    int count = (int) number.value();
    Change countSet = job -> job.set(COUNT, count);
    if (!number.valid() || count < 0) {
      Failure wrong = words.wrong(Fault.ILLEGAL_LIMIT, "a limit", LimitRule.EXPECTED);
      return Reading.failed(wrong, countSet);
    }
    String time = words.next(WholeSeconds.EXPECTED);
    if (time == null) {
      return Reading.failed(words.failure(), countSet);
    }
    Numbers seconds = Numbers.signed(time);
    return WholeSeconds.isValid(seconds)
        ? done(new RespawnLimitStanza(count, Duration.ofSeconds(seconds.value())), words)
        : Reading.failed(WholeSeconds.wrong(words), job -> set(job, count, seconds.value()));
  }

  @Override
  String text(String head, RespawnLimitStanza stanza) {
    return head
        + " "
        + (stanza.equals(RespawnLimitStanza.UNLIMITED)
            ? UNLIMITED
            : stanza.count() + " " + stanza.interval().toSeconds());
  }

  @Override
  void apply(RespawnLimitStanza stanza, SettingsDraft job) {
    set(job, stanza.count(), stanza.interval().toSeconds());
  }

  private static void set(SettingsDraft job, int count, long seconds) {
    job.set(COUNT, count);
    job.set(SECONDS, seconds);
  }
}
