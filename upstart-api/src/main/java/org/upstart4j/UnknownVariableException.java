package org.upstart4j;

/** The job environment has no such variable. */
public final class UnknownVariableException extends UpstartException {

  private static final long serialVersionUID = 1L;

  private final String variable;

  /**
   * Makes the error that Upstart would answer with.
   *
   * @param variable the variable's name
   */
  public UnknownVariableException(String variable) {
    this(
        new UpstartError(UpstartError.DBUS + "InvalidArgs", "No such variable: " + variable),
        variable);
  }

  /**
   * Makes the error of an answer.
   *
   * @param error what Upstart answered
   * @param variable the variable's name
   */
  public UnknownVariableException(UpstartError error, String variable) {
    super(error, error.text());
    this.variable = variable;
  }

  /**
   * Returns the variable's name.
   *
   * @return the name
   */
  public String variable() {
    return variable;
  }
}
