package org.upstart4j.cli.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.Glob;

/**
 * What jobs have to do with the operands of conditions: they wait for them, or bring them about.
 */
final class Links {

  /** Upstart's own first event, whatever jobs say of it. */
  private static final String STARTUP = "startup";

  private final Map<String, TreeJob> jobs = new TreeMap<>();
  private final Map<EventMatch, List<TreeJob>> waiting = new LinkedHashMap<>();
  private final Map<EventMatch, AboutJob> about = new HashMap<>();
  private final Map<EventMatch, List<TreeJob>> sources = new HashMap<>();
  private final Map<String, List<EventMatch>> effects = new HashMap<>();

  Links(Collection<TreeJob> all) {
    all.forEach(job -> jobs.put(job.name(), job));
    Map<EventMatch, List<TreeJob>> found = new HashMap<>();
    for (TreeJob job : jobs.values()) {
      job.operands()
          .forEach(operand -> found.computeIfAbsent(operand, first -> new ArrayList<>()).add(job));
    }
    found.keySet().forEach(one -> AboutJob.of(one).ifPresent(job -> about.put(one, job)));
    found.keySet().stream()
        .sorted(Comparator.comparingInt(this::order).thenComparing(EventMatch::toString))
        .forEach(operand -> waiting.put(operand, found.get(operand)));
    waiting.keySet().forEach(this::findSources);
  }

  private int order(EventMatch operand) {
    return about(operand).map(AboutJob::order).orElse(Integer.MAX_VALUE);
  }

  private void findSources(EventMatch operand) {
    List<TreeJob> found =
        about(operand)
            .map(job -> named(job.job()))
            .orElseGet(() -> jobs.values().stream().filter(job -> emits(job, operand)).toList());
    sources.put(operand, found);
    found.forEach(
        job -> effects.computeIfAbsent(job.name(), none -> new ArrayList<>()).add(operand));
  }

  private List<TreeJob> named(String pattern) {
    return jobs.containsKey(pattern)
        ? List.of(jobs.get(pattern))
        : jobs.values().stream().filter(job -> Glob.matches(pattern, job.name())).toList();
  }

  private static boolean emits(TreeJob job, EventMatch operand) {
    String event = operand.event();
    return !isStartup(operand)
        && job.emits().stream().anyMatch(pattern -> Glob.matches(pattern, event));
  }

  static boolean isStartup(EventMatch operand) {
    return operand.event().equals(STARTUP);
  }

  /** What an operand says of jobs, if it is about any. */
  Optional<AboutJob> about(EventMatch operand) {
    return Optional.ofNullable(about.get(operand));
  }

  /** Whether an operand is about a job that there is not. */
  boolean isAboutNobody(EventMatch operand) {
    return about.containsKey(operand) && sources(operand).isEmpty();
  }

  /** All jobs, by name. */
  Collection<TreeJob> jobs() {
    return jobs.values();
  }

  Optional<TreeJob> job(String name) {
    return Optional.ofNullable(jobs.get(name));
  }

  /** All operands, those about jobs first. */
  Collection<EventMatch> operands() {
    return waiting.keySet();
  }

  /** The jobs whose condition names an operand. */
  List<TreeJob> waitingFor(EventMatch operand) {
    return waiting.getOrDefault(operand, List.of());
  }

  /** The jobs that an operand is about, or that emit it; none if it comes from elsewhere. */
  List<TreeJob> sources(EventMatch operand) {
    return sources.getOrDefault(operand, List.of());
  }

  /** The operands that a job brings about: those about itself first, then what it emits. */
  Collection<EventMatch> effects(TreeJob job) {
    return effects.getOrDefault(job.name(), List.of());
  }

  /** A job, and all jobs that it leads to, even if they need more than that. */
  Collection<TreeJob> reached(TreeJob job) {
    Map<String, TreeJob> reached = new HashMap<>();
    Deque<TreeJob> open = new ArrayDeque<>();
    open.push(job);
    while (!open.isEmpty()) {
      TreeJob next = open.pop();
      if (reached.putIfAbsent(next.name(), next) == null) {
        effects(next).forEach(effect -> waitingFor(effect).forEach(open::push));
      }
    }
    return reached.values();
  }
}
