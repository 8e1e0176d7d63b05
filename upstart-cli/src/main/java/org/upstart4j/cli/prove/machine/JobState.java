package org.upstart4j.cli.prove.machine;

/** Where a job or unit stands, in words that both machines have. */
public enum JobState {
  /** It does not run: {@code stop/waiting}; inactive or failed. */
  WAITING("waits"),
  /** It is on its way up. */
  STARTING("is starting"),
  /** It runs. */
  RUNNING("runs"),
  /** It is on its way down. */
  STOPPING("is stopping");

  private final String text;

  JobState(String text) {
    this.text = text;
  }

  /** {@return the state in words} */
  public String text() {
    return text;
  }
}
