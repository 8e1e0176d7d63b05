package org.upstart4j;

/**
 * Where a job is. The constants are the states of Upstart 1.13, in the order of a job's life; older
 * versions have fewer of them, and an unknown one is kept as its text.
 *
 * @param name the state in Upstart's word
 */
public record State(String name) {

  /** Not there: nothing runs. */
  public static final State WAITING = new State("waiting");

  /** Waits for the jobs that the event {@code starting} set off. */
  public static final State STARTING = new State("starting");

  /** Spawns the security process. */
  public static final State SECURITY_SPAWNING = new State("security-spawning");

  /** The security process runs. */
  public static final State SECURITY = new State("security");

  /** Spawns the pre-start process. */
  public static final State PRE_STARTING = new State("pre-starting");

  /** The pre-start process runs. */
  public static final State PRE_START = new State("pre-start");

  /** Spawns the main process. */
  public static final State SPAWNING = new State("spawning");

  /** Waits for the main process to be ready, as its {@code expect} stanza says. */
  public static final State SPAWNED = new State("spawned");

  /** Spawns the post-start process. */
  public static final State POST_STARTING = new State("post-starting");

  /** The post-start process runs. */
  public static final State POST_START = new State("post-start");

  /** Runs. */
  public static final State RUNNING = new State("running");

  /** Spawns the pre-stop process. */
  public static final State PRE_STOPPING = new State("pre-stopping");

  /** The pre-stop process runs. */
  public static final State PRE_STOP = new State("pre-stop");

  /** Waits for the jobs that the event {@code stopping} set off. */
  public static final State STOPPING = new State("stopping");

  /** The main process was told to end. */
  public static final State KILLED = new State("killed");

  /** Spawns the post-stop process. */
  public static final State POST_STOPPING = new State("post-stopping");

  /** The post-stop process runs. */
  public static final State POST_STOP = new State("post-stop");

  @Override
  public String toString() {
    return name;
  }
}
