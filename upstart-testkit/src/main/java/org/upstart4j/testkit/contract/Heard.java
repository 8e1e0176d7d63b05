package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;

/** Writes down what it hears, one line each. */
class Heard implements UpstartListener {

  /** States that not every version of Upstart has. */
  private static final Set<State> RECENT =
      Set.of(
          State.SECURITY_SPAWNING,
          State.SECURITY,
          State.PRE_STARTING,
          State.SPAWNING,
          State.POST_STARTING,
          State.PRE_STOPPING,
          State.POST_STOPPING);

  private static final long SECONDS = 60;

  private final List<String> lines = new ArrayList<>();

  synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** Waits until it has heard a line, and returns everything about a job up to then. */
  synchronized List<String> about(String job, String last) throws InterruptedException {
    until(last);
    return lines.subList(0, lines.indexOf(last) + 1).stream()
        .filter(line -> (line + " ").contains(job + " "))
        .toList();
  }

  /** Waits until it has heard a line. */
  synchronized void until(String line) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!lines.contains(line)) {
      long left = deadline - System.nanoTime();
      assertThat(left).as("\"%s\" was not heard, only %s", line, lines).isPositive();
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  @Override
  public void jobAdded(String job) {
    add("added " + job);
  }

  @Override
  public void jobRemoved(String job) {
    add("removed " + job);
  }

  @Override
  public void instanceAdded(String job, String instance) {
    add("instance added " + JobStatus.label(job, instance));
  }

  @Override
  public void instanceRemoved(String job, String instance) {
    add("instance removed " + JobStatus.label(job, instance));
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    add(JobStatus.label(job, instance) + " goal " + goal);
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    if (!RECENT.contains(state)) {
      add(JobStatus.label(job, instance) + " state " + state);
    }
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    add(JobStatus.label(job, instance) + " failed " + status.number());
  }

  @Override
  public void eventEmitted(Event event) {
    add("event " + event);
  }

  @Override
  public void missed(long count) {
    add("missed " + count);
  }
}
