package org.upstart4j.fleet.rolling;

/**
 * What became of a host in a change.
 *
 * @param kind what
 * @param reason why, a sentence without a full stop; empty if it is done
 */
public record Outcome(Kind kind, String reason) {

  /** What can become of a host. */
  public enum Kind {
    /** It was changed, and its job stayed up. */
    DONE,
    /** It could not be changed, or its job did not stay up. */
    FAILED,
    /** Its change began, and nobody has heard how that ended. */
    UNKNOWN,
    /** Its change did not begin. */
    UNTRIED
  }

  /** The host was changed. */
  static final Outcome DONE = new Outcome(Kind.DONE, "");

  /** The host is being changed, for the record of a program that may be killed. */
  static final Outcome UNDER_WAY =
      new Outcome(Kind.UNKNOWN, "It was under way when the program ended");

  /** The host has not been looked at. */
  static final Outcome UNTRIED = new Outcome(Kind.UNTRIED, "The change ended before");
}
