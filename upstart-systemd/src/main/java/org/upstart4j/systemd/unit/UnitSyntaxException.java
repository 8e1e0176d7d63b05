package org.upstart4j.systemd.unit;

/**
 * Something that systemd has no way to write, or a text that it does not read. The message says
 * what, and what to do instead.
 */
public final class UnitSyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  UnitSyntaxException(String message) {
    super(message);
  }
}
