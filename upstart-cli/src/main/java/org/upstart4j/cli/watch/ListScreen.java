package org.upstart4j.cli.watch;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.PaintedStatus;
import org.upstart4j.cli.terminal.ProgramEnd;
import org.upstart4j.cli.terminal.Terminal;
import org.upstart4j.cli.terminal.Visible;

/** The list of jobs on a terminal, redrawn when something changes. */
final class ListScreen implements UpstartListener {

  /** So that a burst of changes is drawn a few times only. */
  private static final long PAUSE_MILLIS = 100;

  private final Upstart upstart;
  private final PrintWriter out;
  private final Paint paint;
  private boolean changed = true;
  private boolean ended;
  private @Nullable String lost;

  ListScreen(Upstart upstart, PrintWriter out, Paint paint) {
    this.upstart = upstart;
    this.out = out;
    this.paint = paint;
  }

  int run() {
    // what cannot be asked leaves the terminal as it is
    try (Subscription subscription = upstart.subscribe(this);
        Screen screen = Screen.open(out)) {
      ProgramEnd.hook(new Thread(screen::close, "upstart-screen"));
      Thread keys = new Thread(this::readKeys, "upstart-keys");
      keys.setDaemon(true);
      keys.start();
      while (awaitChange()) {
        screen.draw(lines(Terminal.size()));
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return 0;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new UpstartInterruptedException("the list", interruption);
    }
  }

  private synchronized boolean awaitChange() throws InterruptedException {
    while (!changed && !ended) {
      wait();
    }
    changed = false;
    return !ended;
  }

  /** Any key redraws, for example after a change of the window's size; q ends. */
  private void readKeys() {
    try {
      for (int key = System.in.read(); key >= 0 && key != 'q'; key = System.in.read()) {
        change();
      }
    } catch (IOException gone) {
      // the end of the input
    }
    end();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  private synchronized void change() {
    changed = true;
    notifyAll();
  }

  private synchronized void setLost(@Nullable String reason) {
    remember(reason);
    change();
  }

  private synchronized @Nullable String lost() {
    return lost;
  }

  private List<String> lines(Terminal.Size size) {
    List<JobStatus> all = statuses();
    long running = all.stream().filter(JobStatus::isRunning).count();
    @Nullable String reason = lost();
    String title =
        reason == null
            ? running + " of " + all.size() + " running; q ends"
            : "connection lost: " + Visible.text(reason);
    List<String> lines = new ArrayList<>(List.of(paint.strong(cut(title, size.columns()))));
    int room = Math.max(size.lines() - 1, 1);
    int shown = all.size() <= room ? all.size() : room - 1;
    all.subList(0, shown).forEach(status -> lines.add(line(status, size.columns())));
    if (shown < all.size()) {
      lines.add("... and " + (all.size() - shown) + " more");
    }
    return lines;
  }

  private List<JobStatus> statuses() {
    try {
      List<JobStatus> all = upstart.statuses();
      remember(null);
      return all;
    } catch (UpstartException failure) {
      remember(String.valueOf(failure.getMessage()));
      return List.of();
    }
  }

  /** The listener tells when all is well again, and then draws. */
  private synchronized void remember(@Nullable String reason) {
    lost = reason;
  }

  private String line(JobStatus status, int columns) {
    String label = Visible.text(JobStatus.label(status.job(), status.instance()));
    String progress = Visible.text(status.goal() + "/" + status.state());
    String processes = status.processes().isEmpty() ? "" : "  " + pids(status);
    if (label.length() + 1 + progress.length() + processes.length() > columns) {
      return cut(label + " " + progress + processes, columns);
    }
    return label + " " + PaintedStatus.paint(status.goal(), status.state(), paint) + processes;
  }

  private static String pids(JobStatus status) {
    return String.join(
        " ", status.processes().stream().map(process -> String.valueOf(process.pid())).toList());
  }

  private static String cut(String text, int columns) {
    return text.length() <= columns ? text : text.substring(0, columns);
  }

  @Override
  public void jobAdded(String job) {
    change();
  }

  @Override
  public void jobRemoved(String job) {
    change();
  }

  @Override
  public void instanceRemoved(String job, String instance) {
    change();
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    change();
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    change();
  }

  @Override
  public void connectionLost(UpstartUnavailableException reason) {
    setLost(String.valueOf(reason.getMessage()));
  }

  @Override
  public void connectionRegained(Set<String> came, Set<String> gone) {
    setLost(null);
  }

  @Override
  public void missed(long count) {
    change();
  }
}
