package org.upstart4j;

/**
 * Where a job is heading. Upstart knows three goals; another one, of a newer or changed Upstart, is
 * kept as its text.
 *
 * @param name the goal in Upstart's word
 */
public record Goal(String name) {

  /** To be stopped. */
  public static final Goal STOP = new Goal("stop");

  /** To be running. */
  public static final Goal START = new Goal("start");

  /** To be stopped and started again, once the process at work has ended. */
  public static final Goal RESPAWN = new Goal("respawn");

  @Override
  public String toString() {
    return name;
  }
}
