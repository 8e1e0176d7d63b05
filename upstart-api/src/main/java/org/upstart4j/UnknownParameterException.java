package org.upstart4j;

/** A variable that the job's instance stanza needs was not given. */
public final class UnknownParameterException extends UpstartException {

  private static final long serialVersionUID = 1L;

  private static final String PREFIX = "Unknown parameter: ";

  private final String job;
  private final String parameter;

  /**
   * Makes the error of an answer.
   *
   * @param error what Upstart answered: the variable, then the job's usage if it has one
   * @param job the job's name
   */
  public UnknownParameterException(UpstartError error, String job) {
    super(error, error.text() + " (job " + job + ")");
    this.job = job;
    this.parameter = parameter(error.text());
  }

  private static String parameter(String text) {
    String rest = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    int end = rest.indexOf('\n');
    return end < 0 ? rest : rest.substring(0, end);
  }

  /**
   * Returns the job's name.
   *
   * @return the name
   */
  public String job() {
    return job;
  }

  /**
   * Returns the variable that is missing.
   *
   * @return its name
   */
  public String parameter() {
    return parameter;
  }
}
