package org.upstart4j.jobfile;

/** A job file that Upstart rejects, where one was needed that it accepts. */
public final class JobFileSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  JobFileSyntaxException(String job, Verdict.Rejected rejected) {
    super(
        "Upstart rejects "
            + (rejected.inOverride() ? "the override file" : "the file")
            + " of job "
            + job
            + "\n"
            + rejected.problem().render(job + (rejected.inOverride() ? ".override" : ".conf")));
    this.problem = rejected.problem();
  }

  /**
   * Returns what is wrong.
   *
   * @return the first problem
   */
  public Problem problem() {
    return problem;
  }
}
