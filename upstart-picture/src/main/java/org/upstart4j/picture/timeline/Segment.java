package org.upstart4j.picture.timeline;

import java.time.Duration;

/**
 * A time in which an instance did one thing.
 *
 * @param kind what it did
 * @param state its state, in Upstart's word; {@code waiting} before the start
 * @param from when it began
 * @param to when it ended, which is never before
 */
public record Segment(Kind kind, String state, Duration from, Duration to) {

  /** What an instance does. */
  public enum Kind {
    /** It waits for others: for events, or for what its own events set off. */
    WAITED,
    /** A process of it runs that it must have done with, before it runs or is stopped. */
    WORKED,
    /** It runs. */
    RAN
  }

  /** {@return how long it lasted} */
  public Duration length() {
    return to.minus(from);
  }
}
