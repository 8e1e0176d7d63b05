package org.upstart4j;

import java.util.Arrays;
import java.util.Locale;

/** From which weight on Upstart logs. */
public enum LogPriority {
  /** Everything. */
  DEBUG,
  /** Changes of goals and states, and more. */
  INFO,
  /** What an administrator wants to know: the default. */
  MESSAGE,
  /** What may be wrong. */
  WARN,
  /** What is wrong. */
  ERROR,
  /** Nothing but the last words. */
  FATAL;

  /**
   * Returns the priority that a word of Upstart's means.
   *
   * @param text for example {@code message}
   * @return the priority
   * @throws IllegalArgumentException if there is no such priority
   */
  public static LogPriority parse(String text) {
    return Arrays.stream(values())
        .filter(priority -> priority.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No log priority is called \"" + text + "\"; there are " + all()));
  }

  private static String all() {
    return String.join(", ", Arrays.stream(values()).map(LogPriority::text).toList());
  }

  /**
   * Returns Upstart's word for it.
   *
   * @return for example {@code message}
   */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text();
  }
}
