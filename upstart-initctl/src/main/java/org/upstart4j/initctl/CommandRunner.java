package org.upstart4j.initctl;

import java.util.List;
import org.upstart4j.Deadline;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.spi.SshCommand;

/**
 * Runs programs: on this machine, or anywhere that another program can run them. Thread-safe; any
 * number of programs may run at once.
 *
 * <p>An implementation keeps words apart, whatever they hold, and leaves nothing running on this
 * machine when it throws.
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

  /** Releases what was opened to run programs. Closing twice does no harm. */
  @Override
  default void close() {}

  /**
   * {@return a runner that runs programs through another program; its {@link #close()} closes this
   * one} The other program takes the program and its arguments as its own last arguments, each
   * unchanged: {@code sudo -n}, {@code docker exec NAME}. As it may not pass variables on, {@code
   * env} sets them.
   *
   * @param words the other program and its first arguments
   * @throws IllegalArgumentException if there are no words
   */
  default CommandRunner prefixed(String... words) {
    return new PrefixedRunner(List.of(words), this);
  }

  /**
   * {@return the runner of programs on this machine} It kills a program together with those that it
   * has started.
   */
  static CommandRunner local() {
    return LocalRunner.INSTANCE;
  }

  /**
   * {@return a runner that runs programs through another program of this machine}
   *
   * @param words for example {@code "docker", "exec", "box"} or {@code "sudo", "-n"}
   * @throws IllegalArgumentException if there are no words
   */
  static CommandRunner through(String... words) {
    return local().prefixed(words);
  }

  /**
   * {@return a runner of programs on another machine, with the {@code ssh} of OpenSSH; close it}
   *
   * @param destination for example {@code root@example.org}
   * @param options more options for {@code ssh}, for example {@code "-p", "2222"}
   * @throws IllegalArgumentException if the destination is empty, if its user or host begins with
   *     {@code -}, or if it holds blanks, control characters or characters that are special to a
   *     shell: a {@code ProxyCommand} of the user's ssh may put it into a line of shell
   */
  static SshRunner ssh(String destination, String... options) {
    return new SshRunner(SshCommand.of(destination, options));
  }
}
