package org.upstart4j.analysis.internal.reason;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.state.CourseState;
import org.upstart4j.state.JobState;

/**
 * How often the main process may be respawned.
 *
 * @param times how often; 0 for as often as necessary
 * @param interval in which time
 */
record RespawnLimit(int times, Duration interval) {

  private static final RespawnLimit USUAL = new RespawnLimit(10, Duration.ofSeconds(5));

  /** What counts for an instance: as Upstart tells, else as its file says. */
  static RespawnLimit of(Subject subject) {
    return subject
        .job()
        .map(JobState::course)
        .flatMap(RespawnLimit::of)
        .or(() -> subject.definition().map(RespawnLimit::of))
        .orElse(USUAL);
  }

  private static Optional<RespawnLimit> of(CourseState course) {
    OptionalInt limit = course.respawnLimit();
    OptionalLong interval = course.respawnInterval();
    return limit.isPresent() && interval.isPresent()
        ? Optional.of(new RespawnLimit(limit.getAsInt(), Duration.ofSeconds(interval.getAsLong())))
        : Optional.empty();
  }

  private static RespawnLimit of(JobDefinition definition) {
    return new RespawnLimit(definition.respawnLimit(), definition.respawnInterval());
  }
}
