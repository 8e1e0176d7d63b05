package org.upstart4j.cli.watch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;

/** Reads how all jobs stand, again whenever something changes. Keys need not wait for that. */
final class ListFeed implements UpstartListener {

  /** So that a burst of changes is read a few times only. */
  private static final long PAUSE_MILLIS = 100;

  private final Upstart upstart;
  private final Failures failures;
  private final Consumer<News> reader;
  private List<JobStatus> last = List.of();
  private Optional<String> lost = Optional.empty();
  private boolean changed;

  ListFeed(Upstart upstart, Consumer<News> reader) {
    this.upstart = upstart;
    this.failures = Failures.of(upstart);
    this.reader = reader;
  }

  /** Reads for the first time, and goes on. */
  void start() {
    last = upstart.statuses();
    tell();
    Thread thread = new Thread(this::follow, "upstart-list");
    thread.setDaemon(true);
    thread.start();
  }

  private void follow() {
    try {
      while (true) {
        awaitChange();
        read();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void awaitChange() throws InterruptedException {
    while (!changed) {
      wait();
    }
    changed = false;
  }

  private void read() {
    try {
      last = upstart.statuses();
      lose(Optional.empty());
    } catch (UpstartException failure) {
      lose(Optional.of(String.valueOf(failure.getMessage())));
    }
    tell();
  }

  private void tell() {
    reader.accept(new News(last, failures.all(), lost()));
  }

  private synchronized Optional<String> lost() {
    return lost;
  }

  private synchronized void lose(Optional<String> reason) {
    lost = reason;
  }

  private synchronized void change() {
    changed = true;
    notifyAll();
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
    if (goal.equals(Goal.START)) {
      failures.started(job, instance);
    }
    change();
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    change();
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    failures.failed(job, instance, status);
    change();
  }

  @Override
  public void connectionLost(UpstartUnavailableException reason) {
    lose(Optional.of(String.valueOf(reason.getMessage())));
    change();
  }

  @Override
  public void connectionRegained(Set<String> came, Set<String> gone) {
    change();
  }

  @Override
  public void missed(long count) {
    change();
  }
}
