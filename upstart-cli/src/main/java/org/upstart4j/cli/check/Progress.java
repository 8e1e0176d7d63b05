package org.upstart4j.cli.check;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Timer;
import java.util.TimerTask;
import org.upstart4j.cli.terminal.Terminal;
import org.upstart4j.cli.terminal.Visible;

/** Says on a terminal what goes on, if that takes long; what it says is gone at the end. */
final class Progress implements AutoCloseable {

  private static final int MANY = 500;
  private static final long PATIENCE = 1000;

  private final Timer timer;
  private boolean shown;

  private Progress(Timer timer) {
    this.timer = timer;
  }

  /** Shows a line at once if there are many files, else after a while; nothing if nobody looks. */
  static Progress of(String folder, int files, boolean wanted) {
    Progress progress = new Progress(new Timer("progress", true));
    if (wanted && Terminal.isErrors()) {
      String line =
          "checking " + Visible.text(folder) + " (" + Tally.count(files, "file") + ") ...";
      progress.timer.schedule(progress.task(line), files > MANY ? 0 : PATIENCE);
    }
    return progress;
  }

  private TimerTask task(String line) {
    return new TimerTask() {
      @Override
      public void run() {
        show(line);
      }
    };
  }

  private synchronized void show(String line) {
    terminal("\r" + line);
    shown = true;
  }

  @Override
  public void close() {
    timer.cancel();
    synchronized (this) {
      if (shown) {
        terminal("\r\u001b[K");
        shown = false;
      }
    }
  }

  /** Past what keeps others' text from commanding the terminal. */
  private static void terminal(String text) {
    PrintStream raw =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    raw.print(text);
    raw.flush();
  }
}
