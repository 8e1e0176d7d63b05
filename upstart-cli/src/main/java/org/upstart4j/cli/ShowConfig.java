package org.upstart4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

/** Prints what a job emits and waits for as {@code initctl show-config} does, without its name. */
final class ShowConfig {

  private static final Set<String> JOB_EVENTS =
      Set.of("starting", "started", "stopping", "stopped");
  private static final String JOB = "JOB=";

  private ShowConfig() {}

  /** A line for each event, and one for each condition. */
  static List<String> plain(List<String> emits, Conditions conditions) {
    List<String> lines = emits(emits);
    conditions.start().ifPresent(events -> lines.add("  start on " + events.plainText()));
    conditions.stop().ifPresent(events -> lines.add("  stop on " + events.plainText()));
    return lines;
  }

  /** A line for each event, and one for each event that a condition names. */
  static List<String> enumerated(List<String> emits, Conditions conditions) {
    List<String> lines = emits(emits);
    conditions.start().ifPresent(events -> enumerate("start on", events, lines));
    conditions.stop().ifPresent(events -> enumerate("stop on", events, lines));
    return lines;
  }

  private static List<String> emits(List<String> emits) {
    List<String> lines = new ArrayList<>();
    emits.forEach(event -> lines.add("  emits " + event));
    return lines;
  }

  private static void enumerate(String stanza, EventExpression events, List<String> lines) {
    events.matches().forEach(match -> lines.add("  " + stanza + " " + enumerate(match)));
  }

  /** The first argument that can be a job's name is printed as such, and the others behind it. */
  private static String enumerate(EventMatch match) {
    String job = null;
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < match.arguments().size() && !match.arguments().get(i).isEmpty(); i++) {
      String argument = match.arguments().get(i);
      boolean isJob = job == null && JOB_EVENTS.contains(match.event());
      if (isJob && argument.startsWith(JOB)) {
        job = argument.substring(JOB.length());
      } else if (isJob && i == 0 && !argument.contains("=")) {
        job = argument;
      } else {
        others.append(' ').append(argument);
      }
    }
    return match.event() + " (job:" + (job == null ? "" : " " + job) + ", env:" + others + ")";
  }
}
