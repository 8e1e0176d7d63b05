package org.upstart4j.cli.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.Glob;

/** What starts what: jobs that other jobs start, and those that plain events do. */
final class Edges {

  private static final Set<String> ABOUT_JOBS =
      Set.of("starting", "started", "stopping", "stopped");

  /** How a job is started by what is above it. */
  record Edge(TreeJob job, String by) {}

  private final Map<String, TreeJob> jobs = new TreeMap<>();
  private final Map<String, Set<Edge>> byJob = new TreeMap<>();
  private final Map<String, Set<Edge>> byEvent = new TreeMap<>();

  Edges(Collection<TreeJob> all) {
    all.forEach(job -> jobs.put(job.name(), job));
    jobs.values().forEach(job -> job.starters().forEach(match -> add(job, match)));
  }

  private void add(TreeJob job, EventMatch match) {
    List<String> causes = causes(match);
    if (causes.isEmpty()) {
      put(byEvent, match.toString(), new Edge(job, ""));
    }
    causes.forEach(cause -> put(byJob, cause, new Edge(job, match.event())));
  }

  private static void put(Map<String, Set<Edge>> edges, String from, Edge edge) {
    edges.computeIfAbsent(from, first -> new LinkedHashSet<>()).add(edge);
  }

  /** The jobs that an event is about; none if it is another event, or about no known job. */
  private List<String> causes(EventMatch match) {
    return ABOUT_JOBS.contains(match.event())
        ? jobOf(match)
            .map(pattern -> jobs.keySet().stream().filter(name -> Glob.matches(pattern, name)))
            .map(found -> found.toList())
            .orElse(List.of())
        : List.of();
  }

  /** The variable JOB comes first in these events. */
  private static Optional<String> jobOf(EventMatch match) {
    for (int i = 0; i < match.arguments().size(); i++) {
      String argument = match.arguments().get(i);
      if (argument.startsWith("JOB=")) {
        return Optional.of(argument.substring("JOB=".length()));
      } else if (i == 0 && !argument.matches("[A-Za-z0-9_]+!?=.*")) {
        return Optional.of(argument);
      }
    }
    return Optional.empty();
  }

  Collection<TreeJob> jobs() {
    return jobs.values();
  }

  /** What is started as something happens to a job. */
  Set<Edge> ofJob(String job) {
    return byJob.getOrDefault(job, Set.of());
  }

  /** What is started by an event, spelled as in the conditions. */
  Set<Edge> ofEvent(String event) {
    return byEvent.getOrDefault(event, Set.of());
  }

  /** The events that a job emits and some job waits for. */
  List<String> emitted(TreeJob job) {
    List<String> events = new ArrayList<>();
    for (String event : byEvent.keySet()) {
      if (job.emits().stream().anyMatch(pattern -> Glob.matches(pattern, name(event)))) {
        events.add(event);
      }
    }
    return events;
  }

  /** The events that come from elsewhere, with what they start. */
  Map<String, Set<Edge>> roots() {
    Map<String, Set<Edge>> roots = new LinkedHashMap<>(byEvent);
    jobs.values().forEach(job -> emitted(job).forEach(roots::remove));
    return roots;
  }

  private static String name(String event) {
    return event.split(" ", 2)[0];
  }
}
