package org.upstart4j.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says on a terminal what goes on, if that takes long: in one line on standard error, which is
 * drawn again about once a second, and gone at the end.
 */
public final class Progress implements AutoCloseable {

  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final String ERASE = "\r\u001b[K";

  private final Thread atExit = new Thread(this::erase, "progress-end");
  private @Nullable Timer timer;
  private Supplier<String> line = () -> "";
  private volatile int columns;
  private boolean shown;
  private boolean over;

  private Progress() {}

  /** Shows nothing: nobody wants it, or nobody looks. */
  public static Progress none() {
    return new Progress();
  }

  /** Whether there is anybody to see it: the standard error is a terminal that can erase a line. */
  public static boolean isSeen() {
    return Terminal.isErrors() && Terminal.isClever();
  }

  /**
   * Shows a line after a while, unless nobody looks.
   *
   * @param patience how long it takes until there is anything to say
   * @param now what to say now; asked on a thread of its own, for as long as it takes
   */
  public static Progress after(Duration patience, Supplier<String> now) {
    Progress progress = new Progress();
    if (isSeen()) {
      progress.begin(patience, now);
    }
    return progress;
  }

  private void begin(Duration patience, Supplier<String> now) {
    line = now;
    ProgramEnd.hook(atExit);
    timer = new Timer("progress", true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            try {
              measure();
              show(fitting(now.get()));
            } catch (RuntimeException untold) {
              // what is waited for goes on, and tells itself what is wrong
              cancel();
              erase();
            }
          }
        },
        patience.toMillis(),
        PERIOD.toMillis());
  }

  /** A program is asked for it, so not for every line that is printed. */
  private void measure() {
    columns = Terminal.columnsOfErrors();
  }

  private synchronized void show(String now) {
    if (!over) {
      print("\r" + now + "\u001b[K");
      shown = true;
    }
  }

  /**
   * Prints something else on the same terminal: above the line, if that is shown, which then says
   * what is so now.
   */
  public synchronized void aside(Runnable printing) {
    boolean again = shown;
    erase();
    printing.run();
    if (again) {
      show(fitting(line.get()));
    }
  }

  private String fitting(String text) {
    return Columns.cut(Visible.text(text), columns - 1);
  }

  private synchronized void erase() {
    if (shown) {
      print(ERASE);
      shown = false;
    }
  }

  /** Takes the line away at once, whatever is being asked for it. */
  @Override
  public void close() {
    if (timer == null) {
      return;
    }
    timer.cancel();
    synchronized (this) {
      over = true;
      erase();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      // it runs, and finds nothing left to do
    }
  }

  /** Past what keeps others' text from commanding the terminal. */
  private static void print(String text) {
    PrintStream raw =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    raw.print(text);
    raw.flush();
  }
}
