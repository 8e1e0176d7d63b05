package org.upstart4j.embedded.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstart4j.Job;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.EventOr;
import org.upstart4j.event.Glob;

/** What {@code initctl check-config} prints. */
final class CheckConfig {

  private static final Set<String> OWN_EVENTS =
      Set.of("startup", "debug", "control-alt-delete", "keyboard-request", "power-status-changed");

  private final List<Job> jobs;
  private final Set<String> names;
  private final List<String> emitted;
  private final Set<String> ignored;
  private final boolean strict;
  private final boolean userSession;

  CheckConfig(List<Job> jobs, Set<String> ignored, boolean strict, boolean userSession) {
    this.jobs = jobs;
    this.names = jobs.stream().map(Job::name).collect(Collectors.toSet());
    this.emitted = jobs.stream().flatMap(job -> job.emits().stream()).toList();
    this.ignored = ignored;
    this.strict = strict;
    this.userSession = userSession;
  }

  /** Returns what is wrong with one job, or with all. */
  String print(List<String> words) {
    if (!words.isEmpty() && !names.contains(words.get(0))) {
      throw new Refusal("Invalid job class: " + words.get(0));
    }
    StringBuilder text = new StringBuilder();
    for (Job job : jobs) {
      if (words.isEmpty() || words.contains(job.name())) {
        List<String> found = new ArrayList<>();
        job.startOn().ifPresent(condition -> check("  start on: ", condition, found));
        job.stopOn().ifPresent(condition -> check("  stop on: ", condition, found));
        if (!found.isEmpty()) {
          text.append(job.name()).append('\n');
          found.forEach(line -> text.append(line).append('\n'));
        }
      }
    }
    return text.toString();
  }

  private void check(String stanza, EventExpression condition, List<String> found) {
    firstFailing(condition)
        .ifPresent(failing -> complaints(failing).forEach(line -> found.add(stanza + line)));
  }

  /** Looks for the first operator that fails, from the top; a lone operand counts as one. */
  private Optional<EventExpression> firstFailing(EventExpression condition) {
    if (!holds(condition)) {
      return Optional.of(condition);
    }
    return children(condition).stream()
        .filter(child -> !(child instanceof EventMatch))
        .flatMap(child -> firstFailing(child).stream())
        .findFirst();
  }

  private boolean holds(EventExpression condition) {
    List<EventExpression> children = children(condition);
    if (children.isEmpty()) {
      return complaints(condition).isEmpty();
    }
    return (condition instanceof EventAnd || strict)
        ? children.stream().allMatch(this::holds)
        : children.stream().anyMatch(this::holds);
  }

  /** The right side comes first. */
  private static List<EventExpression> children(EventExpression condition) {
    if (condition instanceof EventAnd and) {
      return List.of(and.right(), and.left());
    }
    return condition instanceof EventOr or ? List.of(or.right(), or.left()) : List.of();
  }

  private List<String> complaints(EventExpression condition) {
    List<String> found = new ArrayList<>();
    if (condition instanceof EventMatch match) {
      if (!isKnown(match.event())) {
        found.add("unknown event " + match.event());
      }
      ShowConfig.job(match)
          .filter(job -> !names.contains(job) && !job.startsWith("$"))
          .ifPresent(job -> found.add("unknown job " + job));
    }
    children(condition).forEach(child -> found.addAll(complaints(child)));
    return found;
  }

  private boolean isKnown(String event) {
    return OWN_EVENTS.contains(event)
        || ShowConfig.JOB_EVENTS.contains(event)
        || (userSession && event.equals("session-end"))
        || ignored.contains(event)
        || emitted.stream().anyMatch(pattern -> Glob.matches(pattern, event));
  }
}
