package org.upstart4j.cli.init;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.terminal.Visible;

/**
 * What init itself says, on standard error: a line after the other, each with its name. Nobody
 * waits until it is read; if too much is unread, lines are left out, and it says how many.
 */
final class InitLog extends OutputStream {

  private static final int MOST_UNREAD = 1_000;
  private static final int LONGEST = 8_192;
  private static final String NAME = "upstart init: ";

  /** What stands before each line of the engine's. */
  private static final Pattern LEVEL = Pattern.compile("^(ERROR|WARN|INFO|DEBUG|TRACE) ");

  private final PrintStream target;
  private final Deque<String> unread = new ArrayDeque<>();
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private boolean busy;
  private long missed;

  private InitLog(PrintStream target) {
    this.target = target;
  }

  /** Has all that this program and its libraries say pass through here from now on. */
  static InitLog begin() {
    InitLog log = new InitLog(System.err);
    Thread writer = new Thread(log::write, "upstart-init-log");
    writer.setDaemon(true);
    writer.start();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    return log;
  }

  /** Says something. */
  void say(String text) {
    add(Visible.text(text));
  }

  private synchronized void add(String line) {
    if (unread.size() < MOST_UNREAD) {
      unread.add(line);
    } else {
      missed++;
    }
    notifyAll();
  }

  @Override
  public synchronized void write(int b) {
    if (b == '\n' || begun.size() >= LONGEST) {
      add(LEVEL.matcher(begun.toString(StandardCharsets.UTF_8)).replaceFirst(""));
      begun.reset();
    }
    if (b != '\n') {
      begun.write(b);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      write(bytes[i]);
    }
  }

  private void write() {
    try {
      for (String line = next(); line != null; line = next()) {
        target.println(NAME + line);
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable String next() throws InterruptedException {
    busy = false;
    notifyAll();
    while (unread.isEmpty()) {
      if (missed > 0) {
        unread.add(missed + " messages are missing here, as nobody has read standard error");
        missed = 0;
      } else {
        wait();
      }
    }
    busy = true;
    return unread.remove();
  }

  /** Waits a moment until all is written. */
  void finish() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
    synchronized (this) {
      try {
        for (long left = 1; left > 0 && (busy || !unread.isEmpty()); ) {
          left = deadline - System.nanoTime();
          TimeUnit.NANOSECONDS.timedWait(this, left);
        }
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
