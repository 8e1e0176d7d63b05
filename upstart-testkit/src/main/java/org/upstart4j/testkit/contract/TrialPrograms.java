package org.upstart4j.testkit.contract;

/** What the jobs of the contracts run: stanzas with nothing but standard programs. */
final class TrialPrograms {

  static final String SERVICE = "exec sleep 1000";
  static final String SUCCEEDS = "exec true";
  static final String FAILS = "exec false";
  static final String EXITS_WITH_3 = "exec sh -c 'exit 3'";
  static final String NOT_THERE = "exec /nonexistent/program";

  /** Keeps a job from running: a caller that waits for its start waits for ever. */
  static final String HANGING_START = "pre-start exec sleep 1000";

  /** A service that ignores TERM, and is not ready before it does. */
  static final String STUBBORN =
      """
      expect stop
      script
        trap '' TERM
        kill -STOP $$
        while :; do sleep 1; done
      end script
      """;

  private TrialPrograms() {}

  /** Returns a stanza that succeeds if a variable has that value. */
  static String check(String variable, String value) {
    return "exec test \"$" + variable + "\" = '" + value + "'";
  }
}
