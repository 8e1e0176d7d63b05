package org.upstart4j.jobfile.stanza;

import java.util.Arrays;
import java.util.Optional;

/** Where the output of a job's processes goes. */
public enum Console {
  /** Nowhere: {@code /dev/null}. */
  NONE("none"),
  /** To the system's console. */
  OUTPUT("output"),
  /** To the system's console, which the job then owns. */
  OWNER("owner"),
  /** Into a log file of the job; the default. */
  LOG("log");

  private final String text;

  Console(String text) {
    this.text = text;
  }

  /** {@return the word as it stands in a job file, for example {@code none}} */
  public String text() {
    return text;
  }

  /**
   * Looks a word up.
   *
   * @param text a word as it stands in a job file; case counts
   * @return what it stands for, or nothing if Upstart does not know it
   */
  public static Optional<Console> find(String text) {
    return Arrays.stream(values()).filter(value -> value.text.equals(text)).findFirst();
  }

  @Override
  public String toString() {
    return text;
  }
}
