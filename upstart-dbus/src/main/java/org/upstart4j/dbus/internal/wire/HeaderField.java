package org.upstart4j.dbus.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a message's header. */
enum HeaderField {
  PATH(1, "o"),
  INTERFACE(2, "s"),
  MEMBER(3, "s"),
  ERROR_NAME(4, "s"),
  REPLY_SERIAL(5, "u"),
  DESTINATION(6, "s"),
  SENDER(7, "s"),
  SIGNATURE(8, "g"),
  UNIX_FDS(9, "u");

  /**
   * Where the fields begin, with their length: after the byte order, the type, the flags, the
   * version, the length of the body and the serial.
   */
  static final int FIRST = 12;

  private static final List<HeaderField> ALL = List.of(values());

  private final int number;
  private final String type;

  HeaderField(int number, String type) {
    this.number = number;
    this.type = type;
  }

  /** Returns the field of that number and type; null for one to ignore. */
  static @Nullable HeaderField of(int number, String type) {
    HeaderField field = number > 0 && number <= ALL.size() ? ALL.get(number - 1) : null;
    return field != null && field.type.equals(type) ? field : null;
  }

  int number() {
    return number;
  }

  /** The type of its value. */
  String type() {
    return type;
  }
}
