package org.upstart4j.initctl;

import java.util.List;
import org.upstart4j.Deadline;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;

/**
 * Runs programs: on this machine, or anywhere that a program leads to. Thread-safe; any number of
 * programs may run at once.
 *
 * <p>An implementation keeps words apart, whatever they hold, and leaves nothing running here when
 * it has thrown.
 */
@FunctionalInterface
public interface CommandRunner extends AutoCloseable {

  /**
   * Runs a program and waits for its end. It gets no input.
   *
   * @param command the program
   * @param deadline how long it may take; then it is killed
   * @return how it ended, whatever its exit status
   * @throws UpstartUnavailableException if it can't be run
   * @throws UnexpectedErrorException if it prints more than it may; then it is killed
   * @throws UpstartTimeoutException if the deadline passes before it has ended
   * @throws UpstartInterruptedException if the thread is interrupted; then it is killed
   */
  CommandResult run(Command command, Deadline deadline);

  /** Lets go of what was opened to run programs. Closing twice does no harm. */
  @Override
  default void close() {}

  /**
   * Returns one that runs a program through another one, which takes the program and its arguments
   * as its last arguments, each as it is: {@code sudo -n}, {@code docker exec NAME}. As such a
   * program may not pass variables on, {@code env} sets them.
   *
   * @param words the other program and its first arguments
   * @return the runner, whose {@link #close()} closes this one
   * @throws IllegalArgumentException if there are no words
   */
  default CommandRunner prefixed(String... words) {
    return new PrefixedRunner(List.of(words), this);
  }

  /**
   * Returns the one that runs programs on this machine. A program that must not go on is killed
   * together with those that it has started.
   *
   * @return the runner
   */
  static CommandRunner local() {
    return LocalRunner.INSTANCE;
  }

  /**
   * Returns one that runs programs through another one on this machine.
   *
   * @param words for example {@code "docker", "exec", "box"} or {@code "sudo", "-n"}
   * @return the runner
   * @throws IllegalArgumentException if there are no words
   */
  static CommandRunner through(String... words) {
    return local().prefixed(words);
  }

  /**
   * Returns one that runs programs on another machine, with the {@code ssh} of OpenSSH.
   *
   * @param destination for example {@code root@example.org}
   * @param options what else to tell {@code ssh}, for example {@code "-p", "2222"}
   * @return the runner, to be closed
   * @throws IllegalArgumentException if the destination is empty, if its user or host begins with
   *     {@code -}, or if it holds blanks, control characters or what a shell takes for its own: a
   *     {@code ProxyCommand} of the user's ssh may put it into a line of shell
   */
  static SshRunner ssh(String destination, String... options) {
    return new SshRunner("ssh", destination, List.of(options));
  }
}
