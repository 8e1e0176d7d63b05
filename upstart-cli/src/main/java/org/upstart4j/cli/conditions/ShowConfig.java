package org.upstart4j.cli.conditions;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

/** Prints what a job emits and waits for as {@code initctl show-config} does, without its name. */
public final class ShowConfig {

  private ShowConfig() {}

  /** A line for each event, and one for each condition. */
  public static List<String> plain(List<String> emits, JobConditions conditions) {
    List<String> lines = emits(emits);
    conditions.start().ifPresent(events -> lines.add("  start on " + events.plainText()));
    conditions.stop().ifPresent(events -> lines.add("  stop on " + events.plainText()));
    return lines;
  }

  /** A line for each event, and one for each event that a condition names. */
  public static List<String> enumerated(List<String> emits, JobConditions conditions) {
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

  private static String enumerate(EventMatch match) {
    Wanted wanted = Wanted.of(match);
    StringBuilder others = new StringBuilder();
    wanted.arguments().forEach(argument -> others.append(' ').append(argument));
    String job = wanted.job() == null ? "" : " " + wanted.job();
    return wanted.event() + " (job:" + job + ", env:" + others + ")";
  }
}
