package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.List;
import org.upstart4j.JobStatus;

/**
 * What became of one instance.
 *
 * @param id a name that no other row of the timeline has
 * @param job the job's name
 * @param instance the instance's name; empty if the job has only one
 * @param standing how it stands at the end
 * @param lives every start of it, in order
 * @param notes what is to be said about it, for people: how it failed, what it waits for, why it
 *     never started
 */
public record Row(
    String id,
    String job,
    String instance,
    Standing standing,
    List<Life> lives,
    List<String> notes) {

  /** How an instance stands at the end; what needs attention comes first. */
  public enum Standing {
    /** It has failed, and does not run. */
    FAILED,
    /** It is on its way, and has not come to its end. */
    HANGS,
    /** It never started. */
    NEVER,
    /** It runs. */
    RUNS,
    /** It has stopped. */
    ENDED
  }

  /**
   * Makes a row.
   *
   * @param id a name that no other row has
   * @param job the job's name
   * @param instance the instance's name
   * @param standing how it stands at the end
   * @param lives every start of it
   * @param notes what is to be said about it
   */
  public Row {
    lives = List.copyOf(lives);
    notes = List.copyOf(notes);
  }

  /** {@return the instance's name for people: {@code web}, or {@code worker (mail)}} */
  public String label() {
    return JobStatus.label(job, instance);
  }

  /**
   * Adds up how long it did one thing, in all its lives.
   *
   * @param kind what
   * @return how long
   */
  public Duration time(Segment.Kind kind) {
    return lives.stream().map(life -> life.time(kind)).reduce(Duration.ZERO, Duration::plus);
  }

  /** {@return how many times it was respawned} */
  public long respawns() {
    return lives.stream()
        .flatMap(life -> life.marks().stream())
        .filter(mark -> mark.kind() == Mark.Kind.RESPAWN)
        .count();
  }
}
