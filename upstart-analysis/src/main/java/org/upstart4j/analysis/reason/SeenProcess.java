package org.upstart4j.analysis.reason;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the system tells of a process.
 *
 * @param pid its number
 * @param command its command line, or its name in brackets if it has none
 * @param program the file name of the program that it runs, for example {@code dash}; empty if that
 *     is not known
 * @param state the letter of its state: {@code R}, {@code S}, {@code D}, {@code T}, {@code Z}
 * @param age since when it runs
 * @param children the processes below it
 */
public record SeenProcess(
    int pid,
    String command,
    String program,
    char state,
    Optional<Duration> age,
    List<SeenProcess> children) {

  /** The state of a process that waits in the kernel, where no signal reaches it. */
  public static final char IN_KERNEL = 'D';

  /** The state of a process that a signal has stopped. */
  public static final char STOPPED = 'T';
}
