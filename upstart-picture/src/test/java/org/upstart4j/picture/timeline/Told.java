package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.ProcessType;
import org.upstart4j.State;
import org.upstart4j.event.EventExpression;

/** Tells a builder what happens, in short. Times are in seconds. */
public final class Told {

  private final TimelineBuilder builder = new TimelineBuilder();
  private Duration now = Duration.ZERO;

  public Told at(double seconds) {
    now = Duration.ofMillis(Math.round(seconds * 1000));
    return this;
  }

  public Told job(String name, String startOn) {
    return job(name, startOn, "");
  }

  public Told job(String name, String startOn, String stopOn) {
    builder.job(name, new Conditions(condition(startOn), condition(stopOn), List.of()));
    return this;
  }

  public Told emits(String name, String startOn, String emits) {
    builder.job(name, new Conditions(condition(startOn), Optional.empty(), List.of(emits)));
    return this;
  }

  private static Optional<EventExpression> condition(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(EventExpression.parse(text));
  }

  public static Event event(String text) {
    String[] words = text.split(" ", -1);
    Event event = Event.of(words[0]);
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      event = event.with(words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    return event;
  }

  public Told outside(String event) {
    builder.add(new Happening.Emitted(now, event(event), true));
    return this;
  }

  public Told emitted(String event) {
    builder.add(new Happening.Emitted(now, event(event), false));
    return this;
  }

  public Told own(String event, String job) {
    return emitted(event + " JOB=" + job + " INSTANCE=");
  }

  public Told finished(String event) {
    builder.add(new Happening.Finished(now, event(event)));
    return this;
  }

  public Told start(String job) {
    builder.add(new Happening.NewGoal(now, job, "", Goal.START));
    return this;
  }

  public Told stop(String job) {
    builder.add(new Happening.NewGoal(now, job, "", Goal.STOP));
    return this;
  }

  public Told is(String job, State state) {
    builder.add(new Happening.NewState(now, job, "", state));
    return this;
  }

  /** From its goal to running, at once. */
  public Told runs(String job) {
    return start(job).is(job, State.STARTING).is(job, State.SPAWNED).is(job, State.RUNNING);
  }

  public Told ended(String job, ExitStatus status) {
    builder.add(new Happening.Ended(now, job, "", ProcessType.MAIN, status));
    return this;
  }

  public Told failed(String job, ExitStatus status) {
    builder.add(new Happening.Failed(now, job, "", status));
    return this;
  }

  public TimelineBuilder builder() {
    return builder;
  }

  public Timeline timeline() {
    return builder.endsAt(now).build();
  }

  static Row row(Timeline timeline, String job) {
    return timeline.rows().stream()
        .filter(row -> row.job().equals(job))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of " + job));
  }

  static Life life(Timeline timeline, String job) {
    return row(timeline, job).lives().get(0);
  }
}
