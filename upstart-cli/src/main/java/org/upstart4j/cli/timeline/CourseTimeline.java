package org.upstart4j.cli.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.cli.simulate.Simulated;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.picture.timeline.Conditions;
import org.upstart4j.picture.timeline.Happening;
import org.upstart4j.picture.timeline.TimelineBuilder;
import org.upstart4j.simulation.Course;
import org.upstart4j.simulation.Moment;

/** Makes a timeline of what happened in a simulation. */
final class CourseTimeline {

  private CourseTimeline() {}

  static TimelineBuilder of(Course course, String path, Simulated simulated) {
    UpstartVersion version = course.target().version();
    TimelineBuilder timeline = new TimelineBuilder().folder(course.folder(), version);
    simulated
        .standIns()
        .forEach(
            (job, file) -> {
              if (course.standIns().contains(job)) {
                JobDefinition.verdict(job, file, version)
                    .registered()
                    .ifPresent(definition -> timeline.job(job, Conditions.of(definition)));
              }
            });
    for (Moment moment : course.moments()) {
      if (!(moment instanceof Moment.Spawned)) {
        timeline.add(happening(moment));
      }
    }
    for (Map.Entry<String, List<Reason>> never : course.whyNeverStarted(path).entrySet()) {
      timeline.neverStarted(never.getKey(), never.getValue().stream().map(Reason::text).toList());
    }
    return timeline.endsAt(millis(course.length()));
  }

  /** As exactly as a simulation tells it to programs. */
  private static Duration millis(Duration time) {
    return Duration.ofMillis(time.toMillis());
  }

  private static Happening happening(Moment moment) {
    Duration at = millis(moment.at());
    if (moment instanceof Moment.Emitted one) {
      return new Happening.Emitted(at, one.event(), one.isFromOutside());
    } else if (moment instanceof Moment.Finished one) {
      return new Happening.Finished(at, one.event());
    } else if (moment instanceof Moment.NewGoal one) {
      return new Happening.NewGoal(at, one.job(), one.instance(), one.goal());
    } else if (moment instanceof Moment.NewState one) {
      return new Happening.NewState(at, one.job(), one.instance(), one.state());
    } else if (moment instanceof Moment.NotRun one) {
      return new Happening.NotRun(at, one.job(), one.instance(), one.process(), one.reason());
    } else if (moment instanceof Moment.Ended one) {
      return new Happening.Ended(at, one.job(), one.instance(), one.process(), one.status());
    }
    Moment.Failed one = (Moment.Failed) moment;
    return new Happening.Failed(at, one.job(), one.instance(), one.status());
  }
}
