package org.upstart4j.picture.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.event.EventMatch;
import org.upstart4j.picture.graph.Edge.Kind;

/**
 * An operand of a condition that names the job it is about.
 *
 * @param kind what happens to the job
 * @param job the job's name, or a pattern
 * @param text what else must hold
 */
record JobOperand(Kind kind, String job, String text) {

  private static final Map<String, Kind> KINDS =
      Map.of(
          "starting", Kind.STARTING,
          "started", Kind.STARTED,
          "stopping", Kind.STOPPING,
          "stopped", Kind.STOPPED);
  private static final String JOB = "JOB=";
  private static final String SPECIAL = "*?[\\$";

  /** Whether an event is one of those that each job emits. */
  static boolean isAboutJobs(String event) {
    return KINDS.containsKey(event);
  }

  /** Reads an operand; nothing if it names no job, or excludes one. */
  static Optional<JobOperand> of(EventMatch match) {
    Kind kind = KINDS.get(match.event());
    List<String> arguments = match.arguments();
    for (int i = 0; kind != null && i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(JOB)) {
        return Optional.of(of(kind, argument.substring(JOB.length()), match, i));
      } else if (i == 0 && argument.indexOf('=') < 0) {
        return Optional.of(of(kind, argument, match, i));
      }
    }
    return Optional.empty();
  }

  private static JobOperand of(Kind kind, String job, EventMatch match, int place) {
    return new JobOperand(kind, job, textWithout(match, place));
  }

  /** What an operand says beside its event's name, spelled as Upstart does. */
  static String textOf(EventMatch match) {
    return match.toString().substring(match.event().length()).strip();
  }

  private static String textWithout(EventMatch match, int place) {
    List<String> others = new ArrayList<>(match.arguments());
    others.remove(place);
    return textOf(new EventMatch(match.event(), others));
  }

  /** Whether the job's name stands for itself: no pattern, no variable. */
  boolean isLiteral() {
    return job.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
  }

  /** Whether it holds a variable, so that the job is known only as it happens. */
  boolean isVariable() {
    return job.indexOf('$') >= 0;
  }
}
