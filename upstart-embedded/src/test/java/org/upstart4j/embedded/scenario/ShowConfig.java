package org.upstart4j.embedded.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.Job;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

/** What {@code initctl show-config} prints. */
final class ShowConfig {

  /** The events that are about a job. */
  static final Set<String> JOB_EVENTS = Set.of("starting", "started", "stopping", "stopped");

  private final boolean enumerate;

  ShowConfig(boolean enumerate) {
    this.enumerate = enumerate;
  }

  String print(List<Job> jobs) {
    StringBuilder text = new StringBuilder();
    jobs.forEach(job -> lines(job).forEach(line -> text.append(line).append('\n')));
    return text.toString();
  }

  private List<String> lines(Job job) {
    List<String> lines = new ArrayList<>(List.of(job.name()));
    job.emits().forEach(event -> lines.add("  emits " + event));
    job.startOn().ifPresent(condition -> lines.addAll(lines("start on", condition)));
    job.stopOn().ifPresent(condition -> lines.addAll(lines("stop on", condition)));
    return lines;
  }

  private List<String> lines(String stanza, EventExpression condition) {
    return enumerate
        ? condition.matches().map(match -> line(stanza, match)).toList()
        : List.of("  " + stanza + " " + condition.plainText());
  }

  private static String line(String stanza, EventMatch match) {
    int place = placeOfJob(match);
    String job = place < 0 ? "" : " " + nameOfJob(match, place).orElseThrow();
    StringBuilder environment = new StringBuilder();
    for (int i = 0; i < match.arguments().size(); i++) {
      if (i != place) {
        environment.append(' ').append(match.arguments().get(i));
      }
    }
    return "  " + stanza + " " + match.event() + " (job:" + job + ", env:" + environment + ")";
  }

  /** Returns the job that an operand is about. */
  static Optional<String> job(EventMatch match) {
    return nameOfJob(match, placeOfJob(match));
  }

  private static int placeOfJob(EventMatch match) {
    if (JOB_EVENTS.contains(match.event())) {
      for (int i = 0; i < match.arguments().size(); i++) {
        if (nameOfJob(match, i).isPresent()) {
          return i;
        }
      }
    }
    return -1;
  }

  private static Optional<String> nameOfJob(EventMatch match, int place) {
    if (place < 0) {
      return Optional.empty();
    }
    String argument = match.arguments().get(place);
    if (argument.startsWith("JOB=")) {
      return Optional.of(argument.substring("JOB=".length()));
    }
    return place == 0 && !argument.contains("=") ? Optional.of(argument) : Optional.empty();
  }
}
