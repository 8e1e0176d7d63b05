package org.upstart4j.embedded.internal.host;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A shell that sends the signals, and that ends all processes it has been told of when it can read
 * no more: when this is closed, or when the JVM has died, whatever killed it.
 */
public final class Guardian implements AutoCloseable {

  private static final long SECONDS_TO_END = 5;

  /** What all guardians of this JVM know. */
  private static final Set<Integer> ALL = ConcurrentHashMap.newKeySet();

  private final Set<Integer> known = new LinkedHashSet<>();
  private @Nullable Process shell;
  private boolean closed;

  /**
   * Adds processes, groups and sessions to those that are to be ended.
   *
   * @param numbers their numbers
   * @return whether they will be ended; false if no shell can be started
   */
  public synchronized boolean watch(Set<Integer> numbers) {
    boolean told = true;
    for (int number : numbers) {
      if (known.add(number)) {
        ALL.add(number);
        told &= tell("watch " + number);
      }
    }
    return told;
  }

  /** Removes one that has ended by itself, before its number is given to another. */
  synchronized void forget(int number) {
    if (known.remove(number)) {
      ALL.remove(number);
      tell("forget " + number);
    }
  }

  /** Says whether a number is that of a process, a group or a session of any job. */
  static boolean knows(int number) {
    return ALL.contains(number);
  }

  /**
   * Sends a signal.
   *
   * @param signal the signal's number
   * @param target a process, or a group as a negative number
   */
  public synchronized void kill(int signal, int target) {
    tell("kill " + signal + " " + target);
  }

  private boolean tell(String command) {
    try {
      if (!closed) {
        write(command);
      }
      return !closed;
    } catch (IOException killed) {
      return revive(command);
    }
  }

  /** Another one takes over what a guardian knew that somebody has killed. */
  private boolean revive(String command) {
    shell = null;
    try {
      for (int number : known) {
        write("watch " + number);
      }
      write(command);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void write(String command) throws IOException {
    if (shell == null) {
      shell = start();
    }
    OutputStream commands = shell.getOutputStream();
    commands.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
    commands.flush();
  }

  /** Its own session keeps the terminal's signals from it. */
  private static Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Programs.find("setsid").orElse("setsid"),
                Scripts.SHELL,
                "-c",
                Scripts.GUARDIAN,
                "upstart-guardian")
            .directory(new File("/"))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    builder.environment().clear();
    return builder.start();
  }

  /** Ends all processes that are known, and itself. */
  @Override
  public void close() {
    Process last;
    synchronized (this) {
      closed = true;
      last = shell;
      shell = null;
      ALL.removeAll(known);
    }
    if (last != null) {
      end(last);
    }
  }

  private static void end(Process shell) {
    try {
      shell.getOutputStream().close();
      if (!shell.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        shell.destroyForcibly();
      }
    } catch (IOException gone) {
      // It has been killed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
