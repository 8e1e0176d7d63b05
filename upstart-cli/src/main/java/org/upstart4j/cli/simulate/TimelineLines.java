package org.upstart4j.cli.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.Event;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.simulation.Course;
import org.upstart4j.simulation.Moment;

/** The lines of a timeline, in which what happens at once is one line. */
final class TimelineLines {

  /** Upstart's own events about jobs, which the states tell as well. */
  private static final Set<String> OF_JOBS = Set.of("starting", "started", "stopping", "stopped");

  private final Paint paint;
  private final Course course;
  private final boolean isVerbose;

  /** The states that a state of the same instance at the same time makes superfluous. */
  private final Set<Moment> passed = Collections.newSetFromMap(new IdentityHashMap<>());

  TimelineLines(Paint paint, Course course, boolean isVerbose) {
    this.paint = paint;
    this.course = course;
    this.isVerbose = isVerbose;
    findPassed();
  }

  private void findPassed() {
    Map<String, Moment.NewState> later = new HashMap<>();
    List<Moment> moments = new ArrayList<>(course.moments());
    Collections.reverse(moments);
    for (Moment moment : moments) {
      if (moment instanceof Moment.NewState state && isTold(state.state())) {
        Moment.NewState next = later.put(label(state), state);
        if (next != null && next.at().equals(state.at()) && leadsTo(state, next)) {
          passed.add(state);
        }
      }
    }
  }

  private static boolean isTold(State state) {
    return state.equals(State.STARTING)
        || state.equals(State.RUNNING)
        || state.equals(State.STOPPING)
        || state.equals(State.WAITING);
  }

  private static boolean leadsTo(Moment.NewState state, Moment.NewState next) {
    return state.state().equals(State.STARTING)
        ? next.state().equals(State.RUNNING)
        : state.state().equals(State.STOPPING) && next.state().equals(State.WAITING);
  }

  /** What a moment's line says; nothing if it has none. */
  Optional<String> line(Moment moment) {
    if (moment instanceof Moment.Emitted emitted) {
      return event(emitted);
    } else if (moment instanceof Moment.Finished finished) {
      return verbose("event " + finished.event() + " is finished");
    } else if (moment instanceof Moment.NewGoal goal) {
      return verbose(label(goal) + " has the goal " + goal.goal());
    } else if (moment instanceof Moment.NewState state) {
      return state(state);
    } else if (moment instanceof Moment.Spawned spawned) {
      return verbose(
          label(spawned)
              + " "
              + spawned.process()
              + " process: "
              + firstLine(spawned.command())
              + (spawned.isByDefault() ? " (by default)" : ""));
    } else if (moment instanceof Moment.NotRun failed) {
      return verbose(
          label(failed) + " " + failed.process() + " process could not be run: " + failed.reason());
    } else if (moment instanceof Moment.Ended ended) {
      return verbose(label(ended) + " " + ended.process() + " process " + ended.status());
    } else {
      Moment.Failed failed = (Moment.Failed) moment;
      return Optional.of(paint.bad(Visible.text(label(failed) + " fails")));
    }
  }

  private Optional<String> event(Moment.Emitted emitted) {
    Event event = emitted.event();
    if (OF_JOBS.contains(event.name()) && !emitted.isFromOutside()) {
      return verbose("event " + event);
    }
    String text = "event " + event + (emitted.isFromOutside() ? " (from outside)" : "");
    return Optional.of(paint.place(Visible.text(text)));
  }

  private Optional<String> state(Moment.NewState state) {
    String label = Visible.text(label(state));
    if (isVerbose) {
      return Optional.of(label + " is " + Visible.text(state.state().name()));
    } else if (!isTold(state.state()) || passed.contains(state)) {
      return Optional.empty();
    } else if (state.state().equals(State.RUNNING)) {
      return Optional.of(paint.good(label + " runs"));
    }
    return Optional.of(
        label
            + (state.state().equals(State.STARTING)
                ? " starts"
                : state.state().equals(State.STOPPING) ? " stops" : " has ended"));
  }

  private Optional<String> verbose(String text) {
    return isVerbose ? Optional.of(Visible.text(text)) : Optional.empty();
  }

  private String label(Moment.OfInstance moment) {
    String label = JobStatus.label(moment.job(), moment.instance());
    return course.standIns().contains(moment.job()) ? label + " [stand-in]" : label;
  }

  static String firstLine(String command) {
    int end = command.indexOf('\n');
    return end < 0 ? command : command.substring(0, end).strip() + " ...";
  }

  /** How wide the times are. */
  static int width(Duration longest) {
    return Math.max(8, Seconds.text(longest).length() + 2);
  }
}
