package org.upstart4j.jobfile.version;

import java.util.Arrays;
import java.util.Optional;

/** Whose Upstart a version is. Each dialect has stanzas, and some habits, of its own. */
public enum Dialect {
  /** Upstart itself, as it was released and as Linux distributions ship it. */
  UPSTART("upstart"),
  /** ChromeOS's own Upstart, with {@code import} and {@code tmpfiles}. */
  CHROMEOS("chromeos");

  private final String text;

  Dialect(String text) {
    this.text = text;
  }

  /** {@return the dialect as people write it, for example {@code upstart}} */
  public String text() {
    return text;
  }

  /**
   * Looks a dialect up.
   *
   * @param text its name; case counts
   * @return the dialect, or nothing if there is none of this name
   */
  public static Optional<Dialect> find(String text) {
    return Arrays.stream(values()).filter(value -> value.text.equals(text)).findFirst();
  }

  @Override
  public String toString() {
    return text;
  }
}
