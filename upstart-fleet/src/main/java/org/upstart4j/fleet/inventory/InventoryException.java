package org.upstart4j.fleet.inventory;

import java.util.OptionalInt;

/**
 * An inventory can't be read, or a pattern names no host. The message says where, what is wrong,
 * and what to do.
 */
public final class InventoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String source;
  private final int line;

  /**
   * Makes the error.
   *
   * @param source the file, the list of hosts, or the pattern that is wrong
   * @param line the line in it, from 1; 0 if it is none in particular
   * @param message what is wrong, and what to do
   */
  public InventoryException(String source, int line, String message) {
    super(source + (line == 0 ? "" : ":" + line) + ": " + message);
    this.source = source;
    this.line = line;
  }

  /** {@return the file, the list of hosts, or the pattern that is wrong} */
  public String source() {
    return source;
  }

  /** {@return the line in it, from 1; nothing if it is none in particular} */
  public OptionalInt line() {
    return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
  }
}
