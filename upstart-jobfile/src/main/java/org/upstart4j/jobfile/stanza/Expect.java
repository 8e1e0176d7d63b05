package org.upstart4j.jobfile.stanza;

import java.util.Arrays;
import java.util.Optional;

/** How the main process shows that it is ready. */
public enum Expect {
  /** It is ready once it was spawned; the default. */
  NONE("none"),
  /** It raises SIGSTOP when it is ready. */
  STOP("stop"),
  /** It forks twice. */
  DAEMON("daemon"),
  /** It forks once. */
  FORK("fork");

  private final String text;

  Expect(String text) {
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
  public static Optional<Expect> find(String text) {
    return Arrays.stream(values()).filter(value -> value.text.equals(text)).findFirst();
  }

  @Override
  public String toString() {
    return text;
  }
}
