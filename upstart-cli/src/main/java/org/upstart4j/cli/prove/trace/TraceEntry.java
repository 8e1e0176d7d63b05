package org.upstart4j.cli.prove.trace;

import java.time.Duration;

/**
 * Something that happened.
 *
 * @param at when, by the machine's clock
 * @param subject to what: {@code web main 2} for the second main process of web, or a step
 * @param what what happened, for example {@code begins}
 */
public record TraceEntry(Duration at, String subject, String what) {

  /** {@return both in words: {@code web main 2 begins}} */
  public String text() {
    return subject + " " + what;
  }
}
