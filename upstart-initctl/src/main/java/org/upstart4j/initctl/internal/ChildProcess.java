package org.upstart4j.initctl.internal;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartTimeoutException;

/**
 * A running program, without input. One thread reads all that it prints, and never blocks on a
 * pipe: another process may hold that open for ever after the program has ended.
 */
public final class ChildProcess implements AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
  private static final Duration LAST_PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE_WITH_THE_DEAD = Duration.ofSeconds(2);

  private final String what;
  private final Process process;
  private final int limit;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final byte[] chunk = new byte[1 << 16];

  private ChildProcess(String what, Process process, int limit) {
    this.what = what;
    this.process = process;
    this.limit = limit;
  }

  /**
   * Starts a program.
   *
   * @param what how errors name it
   * @param words the program and its arguments
   * @param variables what it gets in addition to the variables of this process
   * @param unset what it does not get
   * @param limit how many bytes it may print, to its output and to its errors each
   * @throws IOException if it can't be run
   */
  public static ChildProcess start(
      String what,
      List<String> words,
      Map<String, String> variables,
      Collection<String> unset,
      int limit)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectInput(new File("/dev/null"));
    builder.environment().keySet().removeAll(unset);
    builder.environment().putAll(variables);
    return new ChildProcess(what, builder.start(), limit);
  }

  /**
   * Reads what the program prints until it has ended.
   *
   * @throws TooMuchOutputException if it prints more than it may
   * @throws UpstartTimeoutException if the deadline passes first
   * @throws UpstartInterruptedException if this thread is interrupted first
   */
  public void await(Deadline deadline) throws IOException, TooMuchOutputException {
    Duration pause = FIRST_PAUSE;
    while (!hasEnded(pause, deadline)) {
      if (read()) {
        pause = FIRST_PAUSE;
      } else {
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LAST_PAUSE) < 0 ? longer : LAST_PAUSE;
      }
    }
    while (read()) {
      // what it had printed before it ended
    }
  }

  private boolean hasEnded(Duration pause, Deadline deadline) {
    // throws if the deadline has passed
    deadline.sleep(Duration.ZERO, what);
    Duration left = deadline.remaining().limit().orElse(pause);
    Duration time = left.compareTo(pause) < 0 ? left : pause;
    try {
      return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UpstartInterruptedException(what, interrupted);
    }
  }

  private boolean read() throws IOException, TooMuchOutputException {
    boolean some = read(process.getInputStream(), output);
    return read(process.getErrorStream(), errors) || some;
  }

  private boolean read(InputStream pipe, ByteArrayOutputStream to)
      throws IOException, TooMuchOutputException {
    int available = Math.min(pipe.available(), chunk.length);
    if (available <= 0) {
      return false;
    }
    int count = pipe.read(chunk, 0, available);
    if (count <= 0) {
      return false;
    }
    if (to.size() + count > limit) {
      throw new TooMuchOutputException();
    }
    to.write(chunk, 0, count);
    return true;
  }

  /** Returns the exit status of the program, which has ended. */
  public int status() {
    return process.exitValue();
  }

  /** Returns what it has printed. */
  public String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  /** Returns what it has printed to its errors. */
  public String errors() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  /** Kills the program and what it has started, if it hasn't ended. */
  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      // look for its children first: once their parent is gone, nobody knows whose they were
      List<ProcessHandle> children = process.descendants().toList();
      process.destroyForcibly();
      children.forEach(ChildProcess::kill);
      awaitDeath();
    }
    process.getInputStream().close();
    process.getErrorStream().close();
    process.getOutputStream().close();
  }

  private static void kill(ProcessHandle child) {
    List<ProcessHandle> children = child.descendants().toList();
    child.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private void awaitDeath() {
    boolean interrupted = Thread.interrupted();
    try {
      if (!process.waitFor(PATIENCE_WITH_THE_DEAD.toMillis(), TimeUnit.MILLISECONDS)) {
        // the kernel won't let it go; nothing more can be done
        return;
      }
    } catch (InterruptedException again) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
