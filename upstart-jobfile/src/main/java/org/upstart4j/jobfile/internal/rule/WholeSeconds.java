package org.upstart4j.jobfile.internal.rule;

import org.upstart4j.jobfile.stanza.Fault;

/** Times in job files: whole seconds. */
final class WholeSeconds {

  static final String EXPECTED = "a number of seconds, 0 or more";

  private WholeSeconds() {}

  static boolean isValid(Numbers seconds) {
    return seconds.valid() && seconds.value() >= 0;
  }

  /** The failure of the last word, which is no time. */
  static Failure wrong(Words words) {
    return words.wrong(Fault.ILLEGAL_INTERVAL, "a time", EXPECTED);
  }
}
