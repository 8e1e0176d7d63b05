package org.upstart4j.cli.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.State;
import org.upstart4j.picture.timeline.Happening;
import org.upstart4j.picture.timeline.TimelineBuilder;

/** Reads the lines of {@code upstart simulate --json}. */
final class CourseLine {

  /** What the other lines tell already, or what is no part of a timeline. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "spawned",
          "instance",
          "failure",
          "rejected",
          "lost",
          "open-event",
          "not-emitted",
          "unused-program",
          "by-default");

  private final TimelineBuilder timeline;

  CourseLine(TimelineBuilder timeline) {
    this.timeline = timeline;
  }

  void take(Members line) throws UnreadableLine {
    String type = line.text("type");
    if (LEFT_OUT.contains(type)) {
      return;
    }
    switch (type) {
      case "emitted" ->
          timeline.add(
              new Happening.Emitted(at(line), line.event("variables"), line.flag("isFromOutside")));
      case "finished" -> timeline.add(new Happening.Finished(at(line), line.event("variables")));
      case "goal", "state", "not-run", "ended", "failed" -> timeline.add(ofInstance(type, line));
      case "never-started" -> never(line);
      case "end" -> timeline.endsAt(at(line));
      default -> throw new UnreadableLine("there is no type \"" + type + "\"");
    }
  }

  private static Duration at(Members line) throws UnreadableLine {
    double seconds = line.number("at");
    if (!(seconds >= 0 && seconds < Integer.MAX_VALUE)) {
      throw new UnreadableLine("\"at\" is no time");
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static Happening ofInstance(String type, Members line) throws UnreadableLine {
    Duration at = at(line);
    String job = line.text("job");
    String instance = line.text("instance");
    return switch (type) {
      case "goal" -> new Happening.NewGoal(at, job, instance, new Goal(line.text("goal")));
      case "state" -> new Happening.NewState(at, job, instance, new State(line.text("state")));
      case "not-run" -> new Happening.NotRun(at, job, instance, process(line), line.text("reason"));
      case "ended" -> new Happening.Ended(at, job, instance, process(line), status(line));
      default -> new Happening.Failed(at, job, instance, status(line));
    };
  }

  private static ProcessType process(Members line) throws UnreadableLine {
    String name = line.text("process");
    return Arrays.stream(ProcessType.values())
        .filter(type -> type.text().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnreadableLine("there is no process \"" + name + "\""));
  }

  private static ExitStatus status(Members line) throws UnreadableLine {
    try {
      if (line.has("signal")) {
        return ExitStatus.of(Signal.of(line.text("signal")));
      }
      return line.has("exitStatus")
          ? ExitStatus.of((int) line.number("exitStatus"))
          : ExitStatus.NOT_RUN;
    } catch (IllegalArgumentException wrong) {
      throw new UnreadableLine(String.valueOf(wrong.getMessage()));
    }
  }

  private void never(Members line) throws UnreadableLine {
    List<String> reasons = new ArrayList<>();
    for (Members reason : line.objects("reasons")) {
      reasons.add(reason.text("text"));
    }
    timeline.neverStarted(line.text("job"), reasons);
  }
}
