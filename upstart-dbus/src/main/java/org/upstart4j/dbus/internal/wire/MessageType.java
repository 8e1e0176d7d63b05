package org.upstart4j.dbus.internal.wire;

/** The type of a message. */
public enum MessageType {
  /** Asks for something. */
  CALL(1),
  /** Answers a call. */
  REPLY(2),
  /** Answers a call with an error. */
  ERROR(3),
  /** Tells all who listen. */
  SIGNAL(4),
  /** Unknown: to be ignored. */
  OTHER(0);

  private final int number;

  MessageType(int number) {
    this.number = number;
  }

  static MessageType of(int number) {
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
