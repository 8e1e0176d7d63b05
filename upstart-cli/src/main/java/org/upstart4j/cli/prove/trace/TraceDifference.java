package org.upstart4j.cli.prove.trace;

/**
 * Something in which two machines differ.
 *
 * @param kind what kind of thing
 * @param text what differs, in a sentence
 */
public record TraceDifference(Kind kind, String text) {

  /** What can differ. */
  public enum Kind {
    /** Something happened on one machine only, or not as often on both. */
    EVENT,
    /** Two things happened in another order. */
    ORDER,
    /** A command took longer on one machine. */
    TIME,
    /** A process got other arguments. */
    ARGUMENTS,
    /** A process got other variables. */
    ENVIRONMENT,
    /** A process had another user, folder, limit or the like. */
    TRAIT,
    /** A process lives on, or was ended, on one machine only, or a job's state differs. */
    END;

    /** {@return whether a busy machine alone can bring it about} */
    public boolean isTemporal() {
      return this == ORDER || this == TIME;
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
