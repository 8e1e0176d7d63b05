package org.upstart4j.simulation.scenario;

/**
 * A text is no scenario. The message says where and what is wrong: {@code line 3, column 5: there
 * is no key "fork"; did you mean forks?}.
 */
public final class ScenarioSyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String reason;

  /**
   * Makes one.
   *
   * @param line the line, from 1
   * @param column the character within the line, from 1
   * @param reason what is wrong
   */
  ScenarioSyntaxException(int line, int column, String reason) {
    super("line " + line + ", column " + column + ": " + reason);
    this.line = line;
    this.column = column;
    this.reason = reason;
  }

  /** {@return the line of the text, from 1} */
  public int line() {
    return line;
  }

  /** {@return the character within the line, from 1} */
  public int column() {
    return column;
  }

  /** {@return what is wrong, without the place} */
  public String reason() {
    return reason;
  }
}
