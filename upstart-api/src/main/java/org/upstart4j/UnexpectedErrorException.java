package org.upstart4j;

/** Upstart answered with an error that has no exception of its own here, or with rubbish. */
public final class UnexpectedErrorException extends UpstartException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error of an answer.
   *
   * @param error what was answered
   */
  public UnexpectedErrorException(UpstartError error) {
    super(error, error.toString());
  }
}
