package org.upstart4j.analysis;

/** A text is no baseline. The message says where and what is wrong. */
public final class BaselineSyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * Makes one.
   *
   * @param line the line, from 1
   * @param reason what is wrong
   */
  public BaselineSyntaxException(int line, String reason) {
    super("line " + line + ": " + reason);
    this.line = line;
  }

  /** {@return the line of the text, from 1} */
  public int line() {
    return line;
  }
}
