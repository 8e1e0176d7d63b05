package org.upstart4j.cli.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.upstart4j.event.EventMatch;

/**
 * An operand that is about jobs: {@code started web}.
 *
 * @param event what happens to the job
 * @param job the job's name, or a pattern
 * @param rest what else must be, as it is written; may be empty
 */
record AboutJob(String event, String job, String rest) {

  /** In the order in which they happen to a job. */
  private static final List<String> EVENTS = List.of("starting", "started", "stopping", "stopped");

  private static final String JOB = "JOB=";
  private static final Pattern NAMED = Pattern.compile("[A-Za-z0-9_]+!?=");

  /** The variable JOB comes first in these events. */
  static Optional<AboutJob> of(EventMatch operand) {
    List<String> rest = new ArrayList<>(operand.arguments());
    if (!EVENTS.contains(operand.event())) {
      return Optional.empty();
    }
    for (int i = 0; i < rest.size(); i++) {
      String argument = rest.get(i);
      if (argument.startsWith(JOB)) {
        rest.remove(i);
        return Optional.of(about(operand, argument.substring(JOB.length()), rest));
      } else if (i == 0 && !NAMED.matcher(argument).lookingAt()) {
        rest.remove(i);
        return Optional.of(about(operand, argument, rest));
      }
    }
    return Optional.empty();
  }

  private static AboutJob about(EventMatch operand, String job, List<String> rest) {
    return new AboutJob(operand.event(), job, String.join(" ", rest));
  }

  /** How the job above starts what is below: {@code stopped RESULT=failed}. */
  String relation() {
    return rest.isEmpty() ? event : event + " " + rest;
  }

  int order() {
    return EVENTS.indexOf(event);
  }
}
