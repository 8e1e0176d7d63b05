package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.internal.convert.Cause.Coming;

/**
 * Events of a {@code start on}, put together.
 *
 * @param coming when they come
 * @param starting those of them that start the job
 * @param outcome how faithful that is
 */
record Combination(Coming coming, List<Cause> starting, Outcome outcome) {

  private static final Outcome ALONE =
      Outcome.exact(ConversionCode.COMBINATION, "nothing else has to come");
  private static final Outcome AND_MILESTONE =
      Outcome.exact(
          ConversionCode.COMBINATION, "what comes at each boot has come before the rest does");
  private static final Outcome AND =
      Outcome.approximate(
          ConversionCode.COMBINATION,
          "systemd does not remember what has happened: what starts the job starts it, and it waits"
              + " for the others only if they are on their way at that time");
  private static final Outcome OR =
      Outcome.approximate(
          ConversionCode.COMBINATION,
          "each of them starts the job; those that are on their way at the same time are waited for"
              + " all");
  private static final Outcome NEVER =
      Outcome.dead(ConversionCode.COMBINATION, "it never came true in Upstart");
  private static final Outcome UNKNOWN =
      Outcome.byHand(
              ConversionCode.COMBINATION, "nothing starts the job, as something of it has no unit")
          .remedy("say in [Install] or in another unit what starts it");

  Combination {
    starting = List.copyOf(starting);
  }

  static Combination of(Cause cause) {
    boolean starts = cause.coming().compareTo(Coming.UNKNOWN) > 0;
    return new Combination(cause.coming(), starts ? List.of(cause) : List.of(), ALONE);
  }

  /** All of them must come. */
  Combination and(Combination other) {
    boolean isLater = coming.compareTo(other.coming) >= 0;
    Combination later = isLater ? this : other;
    Combination earlier = isLater ? other : this;
    if (earlier.coming == Coming.NEVER) {
      return new Combination(Coming.NEVER, List.of(), NEVER);
    }
    if (earlier.coming == Coming.UNKNOWN) {
      return new Combination(Coming.UNKNOWN, List.of(), UNKNOWN);
    }
    boolean isSame = earlier.coming == later.coming;
    Outcome said =
        earlier.coming == Coming.MILESTONE && earlier.outcome.isExact() ? AND_MILESTONE : AND;
    return new Combination(
        later.coming,
        isSame ? both(this, other) : later.starting,
        later.outcome.isExact() ? said : later.outcome);
  }

  /** One of them is enough. */
  Combination or(Combination other) {
    Coming later = coming.compareTo(other.coming) >= 0 ? coming : other.coming;
    if (coming == Coming.NEVER || other.coming == Coming.NEVER) {
      return coming == Coming.NEVER ? other : this;
    }
    return new Combination(later, both(this, other), OR);
  }

  private static List<Cause> both(Combination one, Combination other) {
    List<Cause> all = new ArrayList<>(one.starting);
    all.addAll(other.starting);
    return all;
  }

  /** What is said of the whole. */
  Outcome whole() {
    return switch (coming) {
      case NEVER -> NEVER;
      case UNKNOWN -> UNKNOWN;
      default -> outcome;
    };
  }
}
