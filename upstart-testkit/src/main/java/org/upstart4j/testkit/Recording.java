package org.upstart4j.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.ProcessType;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;

/**
 * Keeps what an Upstart tells during a test, so that it can be told again if the test fails.
 * Nothing else is made of it, as most tests pass.
 */
final class Recording implements UpstartListener {

  /** Somebody to whom it is told again. */
  interface Hearer extends UpstartListener {

    /** The time at which happens what is told next. */
    void at(Duration time);

    /** A process has ended. */
    void ended(String job, String instance, ProcessType process, ExitStatus status);

    /** A process could not be run. */
    void notRun(String job, String instance, ProcessType process, String reason);
  }

  /** Takes down what becomes of one process. */
  record OfProcess(Recording recording, String job, String instance, ProcessType type) {

    void ended(ExitStatus status) {
      recording.add(hearer -> hearer.ended(job, instance, type, status));
    }

    void notRun(String reason) {
      recording.add(hearer -> hearer.notRun(job, instance, type, reason));
    }
  }

  private record Told(Duration at, Consumer<Hearer> what) {}

  private final Supplier<Duration> elapsed;
  private final List<Told> told = new ArrayList<>();

  Recording(Supplier<Duration> elapsed) {
    this.elapsed = elapsed;
  }

  private synchronized void add(Consumer<Hearer> what) {
    told.add(new Told(elapsed.get(), what));
  }

  /** Tells all of it. */
  synchronized void tell(Hearer hearer) {
    for (Told one : told) {
      hearer.at(one.at());
      one.what().accept(hearer);
    }
  }

  /** Takes down what becomes of a process. */
  OfProcess process(String job, String instance, ProcessType type) {
    return new OfProcess(this, job, instance, type);
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    add(hearer -> hearer.goalChanged(job, instance, goal));
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    add(hearer -> hearer.stateChanged(job, instance, state));
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    add(hearer -> hearer.failed(job, instance, status));
  }

  @Override
  public void eventEmitted(Event event) {
    add(hearer -> hearer.eventEmitted(event));
  }
}
