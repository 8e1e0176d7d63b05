package org.upstart4j.picture.internal.text;

import java.time.Duration;
import java.util.Locale;

/** Times of a timeline, for people. */
public final class Seconds {

  private Seconds() {}

  /** In seconds, exactly to the millisecond: {@code 1.250}. */
  public static String exact(Duration time) {
    return String.format(Locale.ROOT, "%d.%03d", time.toSeconds(), time.toMillisPart());
  }

  /** As short as it can be: {@code 80 ms}, {@code 1.25 s}, {@code 12 min}. */
  public static String brief(Duration time) {
    long millis = time.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    } else if (millis < 120_000) {
      String text = String.format(Locale.ROOT, "%.2f", millis / 1000.0);
      return text.replaceAll("\\.?0+$", "") + " s";
    } else if (time.toMinutes() < 120) {
      return minutes(time.toMinutes(), time.toSecondsPart());
    }
    return time.toHours() + " h " + time.toMinutesPart() + " min";
  }

  private static String minutes(long minutes, int seconds) {
    return seconds == 0 ? minutes + " min" : minutes + " min " + seconds + " s";
  }
}
