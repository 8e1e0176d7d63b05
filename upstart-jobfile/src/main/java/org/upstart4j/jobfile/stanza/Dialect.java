package org.upstart4j.jobfile.stanza;

import java.util.Arrays;
import java.util.Optional;

/** Whose stanzas are known. */
public enum Dialect {
  /** Upstart 1.13.2. */
  UPSTART("upstart"),
  /** Upstart as ChromeOS ships it, with {@code import} and {@code tmpfiles}. */
  CHROMEOS("chromeos");

  private final String text;

  Dialect(String text) {
    this.text = text;
  }

  /** {@return the word as it stands in a job file, for example {@code upstart}} */
  public String text() {
    return text;
  }

  /**
   * Looks a word up.
   *
   * @param text a word as it stands in a job file; case counts
   * @return what it stands for, or nothing if Upstart does not know it
   */
  public static Optional<Dialect> find(String text) {
    return Arrays.stream(values()).filter(value -> value.text.equals(text)).findFirst();
  }

  @Override
  public String toString() {
    return text;
  }
}
