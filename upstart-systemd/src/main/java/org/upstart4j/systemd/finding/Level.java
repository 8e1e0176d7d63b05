package org.upstart4j.systemd.finding;

/** How faithfully systemd does what a part of a job file says; the best first. */
public enum Level {
  /** Nothing that a process, its caller or its neighbours can see differs. */
  EXACT("exact"),
  /** It never had an effect in Upstart, and is left out. */
  DEAD("dead"),
  /** It differs in a way that the finding states. */
  APPROXIMATE("approximate"),
  /** Somebody has to decide or to write something; a stub shows where. */
  BY_HAND("by-hand"),
  /** It cannot be said to systemd. */
  LOST("lost");

  private final String word;

  Level(String word) {
    this.word = word;
  }

  /** {@return the word for it in reports; it never changes} */
  public String word() {
    return word;
  }

  /**
   * Compares two levels.
   *
   * @param other another level
   * @return whichever is worse
   */
  public Level or(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public String toString() {
    return word;
  }
}
