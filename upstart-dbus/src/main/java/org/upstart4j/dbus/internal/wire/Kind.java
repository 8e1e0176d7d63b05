package org.upstart4j.dbus.internal.wire;

/** What a message is. */
public enum Kind {
  /** Asks for something. */
  CALL(1),
  /** Answers a call. */
  REPLY(2),
  /** Answers a call with an error. */
  ERROR(3),
  /** Tells whoever wants to hear it. */
  SIGNAL(4),
  /** None that is known: to be ignored. */
  OTHER(0);

  private final int number;

  Kind(int number) {
    this.number = number;
  }

  static Kind of(int number) {
    return switch (number) {
      case 1 -> CALL;
      case 2 -> REPLY;
      case 3 -> ERROR;
      case 4 -> SIGNAL;
      default -> OTHER;
    };
  }

  /** The number on the wire. */
  int number() {
    return number;
  }
}
