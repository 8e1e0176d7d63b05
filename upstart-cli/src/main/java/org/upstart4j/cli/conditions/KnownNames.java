package org.upstart4j.cli.conditions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.Glob;

/**
 * The jobs and events that there are, against which conditions are checked.
 *
 * @param jobs the names of all jobs
 * @param events the events that jobs emit; may hold glob characters
 * @param ignored events that are taken for known
 * @param user whether this is the Upstart of a session
 */
public record KnownNames(
    Set<String> jobs, Collection<String> events, Set<String> ignored, boolean user) {

  private static final Set<String> OF_UPSTART =
      Set.of("startup", "debug", "control-alt-delete", "keyboard-request", "power-status-changed");
  private static final String SESSION_END = "session-end";

  /** What an operand of a condition waits for, and will never get. */
  List<Unmet> missing(String stanza, EventMatch match) {
    Wanted wanted = Wanted.of(match);
    List<Unmet> missing = new ArrayList<>();
    if (!knows(wanted.event())) {
      missing.add(new Unmet(stanza, "event", wanted.event()));
    }
    String job = wanted.job();
    if (job != null && !knowsJob(job)) {
      missing.add(new Unmet(stanza, "job", job));
    }
    return missing;
  }

  /** A job that a variable names cannot be known before. */
  private boolean knowsJob(String job) {
    return jobs.contains(job) || job.startsWith("$");
  }

  private boolean knows(String event) {
    return events.stream().anyMatch(pattern -> Glob.matches(pattern, event))
        || OF_UPSTART.contains(event)
        || Wanted.isJobEvent(event)
        || ignored.contains(event)
        || (user && event.equals(SESSION_END));
  }
}
