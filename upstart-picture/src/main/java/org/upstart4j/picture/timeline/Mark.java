package org.upstart4j.picture.timeline;

import java.time.Duration;

/**
 * Something that happened to an instance at one moment.
 *
 * @param kind what
 * @param at when
 * @param text the rest of what is known, for people
 */
public record Mark(Kind kind, Duration at, String text) {

  /** What happens at a moment. */
  public enum Kind {
    /** Its main process ended, and is started again. */
    RESPAWN,
    /** It failed. */
    FAILURE
  }
}
