package org.upstart4j.simulation;

import java.time.Duration;
import java.util.Optional;
import org.upstart4j.JobStatus;

/**
 * What is different about an instance in two boots.
 *
 * @param job the job's name
 * @param instance the instance's name; empty if the job has only one
 * @param kind what is different
 * @param before when it started first in the old boot; nothing if it did not
 * @param after when it starts first in the new boot; nothing if it does not
 * @param other for one that starts earlier or later at the same time: the instance that it has come
 *     to stand before or after
 * @param isInBoth whether both folders, or what stands in for them, have the job
 */
public record BootChange(
    String job,
    String instance,
    Kind kind,
    Optional<Duration> before,
    Optional<Duration> after,
    Optional<String> other,
    boolean isInBoth) {

  /** What is different. */
  public enum Kind {
    /** It started, and does not any more. */
    NOT_ANY_MORE("not-any-more"),
    /** It fails now. */
    FAILS_NOW("fails-now"),
    /** It starts only now. */
    ONLY_NOW("only-now"),
    /** It starts later, by time or by order. */
    LATER("later"),
    /** It starts earlier, by time or by order. */
    EARLIER("earlier"),
    /** It failed, and does not any more. */
    FAILS_NO_MORE("fails-no-more");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** {@return its word, for example {@code fails-now}} */
    public String text() {
      return text;
    }
  }

  /** {@return the instance's name for people} */
  public String label() {
    return JobStatus.label(job, instance);
  }
}
