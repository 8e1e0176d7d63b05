package org.upstart4j.cli.timeline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.State;
import org.upstart4j.picture.timeline.Happening;
import org.upstart4j.picture.timeline.TimelineBuilder;

/** Reads the lines of {@code upstart monitor --json}. The first one is the beginning. */
final class MonitorLine {

  private final TimelineBuilder timeline;
  private @Nullable OffsetDateTime beginning;

  MonitorLine(TimelineBuilder timeline) {
    this.timeline = timeline;
  }

  void take(Members line) throws UnreadableLine {
    Duration at = at(line.text("time"));
    String kind = line.text("kind");
    switch (kind) {
      case "event" -> timeline.add(new Happening.Finished(at, line.event("env")));
      case "goal", "state", "failed" -> ofInstance(kind, at, line);
      case "connection-lost" ->
          timeline.add(new Happening.Gap(at, "the connection is lost: " + line.text("reason")));
      case "connection-regained" -> timeline.add(new Happening.Gap(at, "the connection is back"));
      case "missed" ->
          timeline.add(new Happening.Gap(at, (long) line.number("count") + " changes were missed"));
      case "restarted" -> timeline.add(new Happening.Gap(at, "Upstart has re-executed itself"));
      case "connected", "instance-added", "instance-removed", "job-added", "job-removed" ->
          timeline.endsAt(at);
      default -> throw new UnreadableLine("there is no kind \"" + kind + "\"");
    }
  }

  private void ofInstance(String kind, Duration at, Members line) throws UnreadableLine {
    String job = line.text("job");
    String instance = line.text("instance");
    if (kind.equals("goal")) {
      timeline.add(new Happening.NewGoal(at, job, instance, new Goal(line.text("goal"))));
    } else if (kind.equals("state")) {
      timeline.add(new Happening.NewState(at, job, instance, new State(line.text("state"))));
    } else {
      ExitStatus status = ExitStatus.ofNumber((int) line.number("status"));
      timeline.add(new Happening.Failed(at, job, instance, status));
    }
  }

  private Duration at(String text) throws UnreadableLine {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (beginning == null) {
        beginning = time;
      }
      Duration at = Duration.between(beginning, time);
      return at.isNegative() ? Duration.ZERO : at;
    } catch (DateTimeException noTime) {
      throw new UnreadableLine("\"time\" is no time");
    }
  }
}
