package org.upstart4j.cli.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.event.EventMatch;

/**
 * What one operand of a condition waits for.
 *
 * @param event the event
 * @param job the job that the event is about, or null if it names none
 * @param arguments its other arguments
 */
record Wanted(String event, @Nullable String job, List<String> arguments) {

  private static final Set<String> JOB_EVENTS =
      Set.of("starting", "started", "stopping", "stopped");
  private static final String JOB = "JOB=";

  /** The first argument that can be a job's name is one, if the event is about a job. */
  static Wanted of(EventMatch match) {
    String job = null;
    List<String> others = new ArrayList<>();
    for (int i = 0; i < match.arguments().size() && !match.arguments().get(i).isEmpty(); i++) {
      String argument = match.arguments().get(i);
      boolean canBeJob = job == null && isJobEvent(match.event());
      if (canBeJob && argument.startsWith(JOB)) {
        job = argument.substring(JOB.length());
      } else if (canBeJob && i == 0 && !argument.contains("=")) {
        job = argument;
      } else {
        others.add(argument);
      }
    }
    return new Wanted(match.event(), job, others);
  }

  static boolean isJobEvent(String event) {
    return JOB_EVENTS.contains(event);
  }
}
