package org.upstart4j.testkit.contract;

import java.time.Duration;
import org.upstart4j.Signal;
import org.upstart4j.Upstart;

/** An Upstart under test, and what a test must be able to do behind its back. */
public interface UpstartFixture extends AutoCloseable {

  /** Returns the Upstart under test. */
  Upstart upstart();

  /**
   * Returns an Upstart that a test may close: another connection to the same one, unless that one
   * ends when it is closed.
   */
  default Upstart closeable() {
    return upstart();
  }

  /**
   * Writes a file into the folder of jobs, in one step: half of it is never seen. Need not wait
   * until Upstart has read it.
   *
   * @param file its path within the folder, for example {@code web.conf}
   * @param text what stands in it
   */
  void write(String file, String text);

  /**
   * Removes a file from the folder of jobs, if it is there. Need not wait until Upstart knows.
   *
   * @param file its path within the folder
   */
  void remove(String file);

  /**
   * Sends a signal to a process of a job, as somebody at a terminal would. One that has gone is not
   * missed.
   *
   * @param pid the process
   * @param signal the signal
   */
  void signal(int pid, Signal signal);

  /**
   * Returns an Upstart that is reached as the one under test is, but does not wait long for an
   * answer that is due at once. By default it is the one under test.
   */
  default Upstart impatient() {
    return upstart();
  }

  /**
   * Returns more time than anything between a caller and the {@link #impatient} Upstart might allow
   * for an answer: a call that waits for longer shows that there is no hidden limit.
   */
  default Duration beyondAnyTimeout() {
    return Duration.ofSeconds(35);
  }

  /** Ends what was opened for the test. Its jobs are stopped and their files removed by then. */
  @Override
  void close();
}
