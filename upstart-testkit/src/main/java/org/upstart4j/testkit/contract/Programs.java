package org.upstart4j.testkit.contract;

/** What the jobs of the contracts run: stanzas, and nothing that needs a program of its own. */
final class Programs {

  static final String SERVICE = "exec sleep 1000";
  static final String SUCCEEDS = "exec true";
  static final String FAILS = "exec false";
  static final String EXITS_WITH_3 = "exec sh -c 'exit 3'";
  static final String NOT_THERE = "exec /nonexistent/program";

  /** Keeps a job from running: what waits for its start waits for ever. */
  static final String HANGING_START = "pre-start exec sleep 1000";

  /** A service that takes no notice of TERM, and is not ready before it does. */
  static final String STUBBORN =
      """
      expect stop
      script
        trap '' TERM
        kill -STOP $$
        while :; do sleep 1; done
      end script
      """;

  private Programs() {}

  /** Succeeds if a variable of its own has that value. */
  static String check(String variable, String value) {
    return "exec test \"$" + variable + "\" = '" + value + "'";
  }
}
