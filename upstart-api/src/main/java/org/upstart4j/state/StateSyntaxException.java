package org.upstart4j.state;

/** A text is no state of an Upstart. The message says where: an offset, or the path of a value. */
public final class StateSyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  StateSyntaxException(String message) {
    super(message);
  }

  static StateSyntaxException at(int offset, String what) {
    return new StateSyntaxException("No JSON text at offset " + offset + ": " + what);
  }

  static StateSyntaxException of(String path, String what) {
    return new StateSyntaxException("No state of an Upstart at " + path + ": " + what);
  }
}
