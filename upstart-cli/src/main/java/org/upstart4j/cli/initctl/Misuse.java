package org.upstart4j.cli.initctl;

/** Arguments that do not fit. */
final class Misuse extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  Misuse(String message) {
    super(message);
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
