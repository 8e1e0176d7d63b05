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
   * Writes a file into the folder of jobs atomically. Need not wait until Upstart has read it.
   *
   * @param file its path within the folder, for example {@code web.conf}
   * @param text its content
   */
  void write(String file, String text);

  /**
   * Removes a file from the folder of jobs, if it is there. Need not wait until Upstart knows.
   *
   * @param file its path within the folder
   */
  void remove(String file);

  /**
   * Sends a signal to a process of a job, as a person at a terminal would. Ignores a process that
   * is gone.
   *
   * @param pid the process
   * @param signal the signal
   */
  void signal(int pid, Signal signal);

  /**
   * Returns an Upstart that is reached like the one under test, but does not wait long for an
   * answer that is due at once. By default it is the one under test.
   */
  default Upstart impatient() {
    return upstart();
  }

  /**
   * Returns more time than anything between a caller and the {@link #impatient} Upstart could allow
   * for an answer: a call that waits longer shows that there is no hidden limit.
   */
  default Duration beyondAnyTimeout() {
    return Duration.ofSeconds(35);
  }

  /**
   * Returns how much time has passed for the Upstart under test, since whatever moment. By default
   * it is real time.
   */
  default Duration elapsed() {
    return Duration.ofNanos(System.nanoTime());
  }

  /** Closes what was opened for the test. Its jobs are stopped and their files removed by then. */
  @Override
  void close();
}
