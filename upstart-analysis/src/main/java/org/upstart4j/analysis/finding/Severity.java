package org.upstart4j.analysis.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad a finding is; the order is from harmless to bad. */
public enum Severity {
  /** Not looked for. */
  OFF,
  /** Good to know. */
  INFO,
  /** Probably not what was meant. */
  WARNING,
  /** Upstart rejects the file, or the job does not work. */
  ERROR;

  /** {@return the word for it in options and output, for example {@code warning}} */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Looks a word up.
   *
   * @param text the word
   * @return what it stands for, or nothing
   */
  public static Optional<Severity> find(String text) {
    return Arrays.stream(values()).filter(severity -> severity.text().equals(text)).findFirst();
  }

  /**
   * Says whether it is as bad as another one, or worse.
   *
   * @param other the other one
   * @return whether it is
   */
  public boolean isAtLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  @Override
  public String toString() {
    return text();
  }
}
