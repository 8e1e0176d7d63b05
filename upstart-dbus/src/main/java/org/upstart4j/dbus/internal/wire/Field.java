package org.upstart4j.dbus.internal.wire;

/** The fields of a message's header, in the order of their numbers. */
enum Field {
  INVALID("y"),
  PATH("o"),
  INTERFACE("s"),
  MEMBER("s"),
  ERROR_NAME("s"),
  REPLY_SERIAL("u"),
  DESTINATION("s"),
  SENDER("s"),
  SIGNATURE("g"),
  UNIX_FDS("u");

  /** All of the header; the last part is the fields. */
  static final String HEADER = "yyyyuua(yv)";

  private final String type;

  Field(String type) {
    this.type = type;
  }

  /** The type of its value. */
  String type() {
    return type;
  }
}
