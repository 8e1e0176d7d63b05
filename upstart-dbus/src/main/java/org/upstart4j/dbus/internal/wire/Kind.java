package org.upstart4j.dbus.internal.wire;

/** What a message is, in the order of the numbers on the wire. */
public enum Kind {
  /** None that is known: to be ignored. */
  OTHER,
  /** Asks for something. */
  CALL,
  /** Answers a call. */
  REPLY,
  /** Answers a call with an error. */
  ERROR,
  /** Tells whoever wants to hear it. */
  SIGNAL;

  static Kind of(int number) {
    return number > 0 && number < values().length ? values()[number] : OTHER;
  }
}
