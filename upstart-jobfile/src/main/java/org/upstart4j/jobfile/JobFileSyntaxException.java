package org.upstart4j.jobfile;

/** A job file that Upstart rejects, where one was needed that it accepts. */
public final class JobFileSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  JobFileSyntaxException(String job, Problem problem, boolean inOverride) {
    super(
        "Upstart rejects "
            + (inOverride ? "the override file" : "the file")
            + " of job "
            + job
            + "\n"
            + problem.render(job + (inOverride ? ".override" : ".conf")));
    this.problem = problem;
  }

  /** {@return what is wrong: the first problem} */
  public Problem problem() {
    return problem;
  }
}
