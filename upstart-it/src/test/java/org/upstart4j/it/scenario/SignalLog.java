package org.upstart4j.it.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;

/** Writes down what it hears, as a recording does: member, object path and arguments, as JSON. */
final class SignalLog implements UpstartListener {

  private final List<String> heard = new ArrayList<>();
  private long latest;

  /** Returns what has been heard since it was last taken. */
  synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  synchronized boolean hasHeard() {
    return !heard.isEmpty();
  }

  /** Returns what has been heard since this was called last. */
  synchronized List<String> take() {
    List<String> all = heard();
    heard.clear();
    return all;
  }

  /**
   * Waits until nothing has been heard for some time.
   *
   * @param quiet for how long
   * @param limit how long to wait at most
   */
  synchronized void untilQuiet(Duration quiet, Duration limit) {
    long begun = System.nanoTime();
    latest = begun;
    try {
      while (left(begun, limit) > 0 && left(latest, quiet) > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, Math.min(left(begun, limit), left(latest, quiet)));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while listening", interrupted);
    }
  }

  private static long left(long since, Duration limit) {
    return limit.toNanos() - (System.nanoTime() - since);
  }

  private synchronized void hear(String member, String path, Object... arguments) {
    List<Object> signal = new ArrayList<>(List.of(member, path));
    signal.addAll(List.of(arguments));
    if (!signal.contains(ObjectPath.of(Folder.LAST))) {
      heard.add(Step.JSON.toJson(signal));
    }
    latest = System.nanoTime();
    notifyAll();
  }

  @Override
  public void jobAdded(String job) {
    hear("JobAdded", ObjectPath.MANAGER, ObjectPath.of(job));
  }

  @Override
  public void jobRemoved(String job) {
    hear("JobRemoved", ObjectPath.MANAGER, ObjectPath.of(job));
  }

  @Override
  public void instanceAdded(String job, String instance) {
    hear("InstanceAdded", ObjectPath.of(job), ObjectPath.of(job, instance));
  }

  @Override
  public void instanceRemoved(String job, String instance) {
    hear("InstanceRemoved", ObjectPath.of(job), ObjectPath.of(job, instance));
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    hear("GoalChanged", ObjectPath.of(job, instance), goal.name());
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    hear("StateChanged", ObjectPath.of(job, instance), state.name());
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    hear("Failed", ObjectPath.of(job, instance), status.number());
  }

  @Override
  public void eventEmitted(Event event) {
    hear("EventEmitted", ObjectPath.MANAGER, event.name(), event.variables().entries());
  }

  @Override
  public void restarted() {
    hear("Restarted", ObjectPath.MANAGER);
  }

  @Override
  public void missed(long count) {
    hear("(missed)", ObjectPath.MANAGER, count);
  }
}
