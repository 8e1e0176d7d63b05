package org.upstart4j.dbus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.upstart4j.Deadline;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;

/** A listener that writes down what it hears. */
final class Heard implements UpstartListener {

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  /** Waits for as many calls, and returns them. */
  List<String> next(int count) {
    Deadline deadline = Deadline.of(Wait.atMost(Duration.ofSeconds(60)));
    List<String> next = new ArrayList<>();
    while (next.size() < count) {
      next.add(deadline.poll(heard, (count - next.size()) + " more calls after " + next));
    }
    return next;
  }

  String next() {
    return next(1).get(0);
  }

  /** Waits for a call, and forgets all before it. */
  void until(String call) {
    while (!next().equals(call)) {
      // goes on
    }
  }

  @Override
  public void jobAdded(String job) {
    heard.add("+" + job);
  }

  @Override
  public void jobRemoved(String job) {
    heard.add("-" + job);
  }

  @Override
  public void instanceAdded(String job, String instance) {
    heard.add("+" + JobStatus.label(job, instance) + " instance");
  }

  @Override
  public void instanceRemoved(String job, String instance) {
    heard.add("-" + JobStatus.label(job, instance) + " instance");
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    heard.add(JobStatus.label(job, instance) + " wants " + goal);
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    heard.add(JobStatus.label(job, instance) + " is " + state);
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    heard.add(JobStatus.label(job, instance) + " failed " + status.number());
  }

  @Override
  public void eventEmitted(Event event) {
    heard.add("event " + event);
  }

  @Override
  public void restarted() {
    heard.add("restarted");
  }

  @Override
  public void connectionLost(UpstartUnavailableException reason) {
    heard.add("lost");
  }

  @Override
  public void connectionRegained(Set<String> came, Set<String> gone) {
    heard.add("regained +" + new TreeSet<>(came) + " -" + new TreeSet<>(gone));
  }
}
