package org.upstart4j;

/** The processes that a job can have, in the order in which they may run. */
public enum ProcessType {
  /** Loads a security profile before anything else of the job runs. */
  SECURITY("security"),
  /** Runs to its end before the main process is spawned. */
  PRE_START("pre-start"),
  /** The process that the job is about. */
  MAIN("main"),
  /** Runs after the main process was spawned, before the job counts as running. */
  POST_START("post-start"),
  /** Runs before the main process is killed. */
  PRE_STOP("pre-stop"),
  /** Runs after the main process has gone. */
  POST_STOP("post-stop");

  private final String text;

  ProcessType(String text) {
    this.text = text;
  }

  /**
   * Returns the name as Upstart writes it.
   *
   * @return for example {@code pre-start}
   */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
