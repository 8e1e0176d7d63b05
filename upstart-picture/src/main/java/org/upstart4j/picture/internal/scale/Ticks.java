package org.upstart4j.picture.internal.scale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The times that stand at the axis. */
public final class Ticks {

  private static final long[] STEPS = {
    1,
    2,
    5,
    10,
    20,
    50,
    100,
    200,
    500,
    1_000,
    2_000,
    5_000,
    10_000,
    15_000,
    30_000,
    60_000,
    120_000,
    300_000,
    600_000,
    900_000,
    1_800_000,
    3_600_000,
    7_200_000,
    21_600_000,
    43_200_000,
    86_400_000
  };

  private Ticks() {}

  /**
   * The milliseconds of a part of the scale at which there is a tick.
   *
   * @param apart how far ticks are apart at least
   */
  public static List<Long> of(TimeScale.Piece piece, double apart) {
    List<Long> ticks = new ArrayList<>();
    double width = piece.right() - piece.left();
    if (piece.isCut() || width <= 0) {
      return ticks;
    }
    double least = apart * (piece.to() - piece.from()) / width;
    long step = 86_400_000L * 365;
    for (int i = STEPS.length - 1; i >= 0; i--) {
      step = STEPS[i] >= least ? STEPS[i] : step;
    }
    for (long at = (piece.from() + step - 1) / step * step; at <= piece.to(); at += step) {
      ticks.add(at);
    }
    if (ticks.isEmpty() && width > apart) {
      ticks.add(piece.from());
    }
    return ticks;
  }

  /** A time at the axis: in seconds as far as minutes are not shorter. */
  public static String text(long millis) {
    if (millis < 120_000 || millis % 1000 != 0) {
      String text = String.format(Locale.ROOT, "%.3f", millis / 1000.0);
      return text.replaceAll("\\.?0+$", "") + " s";
    }
    Duration time = Duration.ofMillis(millis);
    String minutes = String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    return time.toHours() < 2
        ? minutes + " min"
        : String.format(
            Locale.ROOT,
            "%d:%02d:%02d h",
            time.toHours(),
            time.toMinutesPart(),
            time.toSecondsPart());
  }
}
