package org.upstart4j.systemd.unit;

/** What can be wrong with a unit. */
public enum UnitFault {
  /** A section has no {@code ]} at the end of its line, or a name that systemd does not take. */
  INVALID_HEADER(true),
  /** A line is not UTF-8, or holds a character that Unicode leaves out. */
  INVALID_UTF8(true),
  /** A line has 1 MiB or more. */
  TOO_LONG(true),
  /** A line stands before the first section. */
  OUTSIDE_SECTION(false),
  /** A line is neither a section nor a comment, and has no {@code =}. */
  MISSING_EQUALS(false),
  /** Nothing stands before the {@code =}. */
  MISSING_KEY(false),
  /** The file ends with a backslash. */
  UNTERMINATED_CONTINUATION(false),
  /** A quote is never closed. */
  UNBALANCED_QUOTE(false),
  /** A backslash stands before something that is no escape. */
  UNKNOWN_ESCAPE(false),
  /** A command is none that systemd runs. */
  REFUSED_COMMAND(false);

  private final boolean isFatal;

  UnitFault(boolean isFatal) {
    this.isFatal = isFatal;
  }

  /**
   * {@return whether systemd refuses the whole file for it} It ignores the line or value otherwise,
   * or reads it differently from how it is meant.
   */
  public boolean isFatal() {
    return isFatal;
  }
}
