package org.upstart4j.testkit;

import java.time.Duration;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.ProcessType;
import org.upstart4j.State;
import org.upstart4j.picture.timeline.Happening;
import org.upstart4j.picture.timeline.TimelineBuilder;

/** Makes a timeline of what was recorded. */
final class Retelling implements Recording.Hearer {

  private final TimelineBuilder timeline;
  private Duration now = Duration.ZERO;

  Retelling(TimelineBuilder timeline) {
    this.timeline = timeline;
  }

  @Override
  public void at(Duration time) {
    now = time;
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    timeline.add(new Happening.NewGoal(now, job, instance, goal));
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    timeline.add(new Happening.NewState(now, job, instance, state));
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    timeline.add(new Happening.Failed(now, job, instance, status));
  }

  @Override
  public void eventEmitted(Event event) {
    timeline.add(new Happening.Finished(now, event));
  }

  @Override
  public void ended(String job, String instance, ProcessType process, ExitStatus status) {
    timeline.add(new Happening.Ended(now, job, instance, process, status));
  }

  @Override
  public void notRun(String job, String instance, ProcessType process, String reason) {
    timeline.add(new Happening.NotRun(now, job, instance, process, reason));
  }
}
