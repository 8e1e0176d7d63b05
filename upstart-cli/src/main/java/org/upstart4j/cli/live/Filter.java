package org.upstart4j.cli.live;

import java.util.List;
import java.util.Set;
import org.upstart4j.event.Glob;

/**
 * What the monitor shows.
 *
 * @param kinds what lines are about
 * @param jobs patterns of the jobs whose changes are shown; if there are none, and none of events,
 *     all are
 * @param events patterns of the events that are shown; if there are none, and none of jobs, all are
 */
public record Filter(Set<ChangeKind> kinds, List<String> jobs, List<String> events) {

  /** Whether lines about that are wanted. */
  public boolean wants(ChangeKind kind) {
    return kinds.contains(kind);
  }

  boolean wantsJob(ChangeKind kind, String job) {
    return wants(kind) && (jobs.isEmpty() ? events.isEmpty() : matches(jobs, job));
  }

  boolean wantsEvent(String event) {
    return wants(ChangeKind.EVENTS) && (events.isEmpty() ? jobs.isEmpty() : matches(events, event));
  }

  private static boolean matches(List<String> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> Glob.matches(pattern, text));
  }
}
