package org.upstart4j.analysis.internal.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;

/**
 * Events that people make up and emit by hand or from a script elsewhere, judged by their names and
 * their use. A name that may be a slip is for the caller to rule out first.
 */
final class HomeMade {

  /** From so many jobs on, an event is thought to be part of a system of its own. */
  private static final int MANY_JOBS = 3;

  /** Handles by which people start and stop something: {@code web.stop}, {@code enable-cron}. */
  private static final Pattern HANDLE =
      Pattern.compile(
          "(?:start|stop|restart|reload|enable|disable)[-_.:].+"
              + "|.*(?:start|stop|restart|reload|enable|disable)");

  /** What people write for a job that only they start. */
  private static final Pattern NEVER =
      Pattern.compile(
          "(?:never|manual)(?:[-_].*)?|.*[-_](?:never|manual)|disabled|nothing|none|noop");

  private final Map<String, Set<String>> jobsByEvent = new HashMap<>();

  HomeMade(Folder folder) {
    folder.jobs().forEach(this::add);
    folder.contextJobs().forEach(this::add);
  }

  private void add(CheckedJob job) {
    Conditions.of(job)
        .map(Awaited::event)
        .forEach(
            event -> jobsByEvent.computeIfAbsent(event, name -> new HashSet<>()).add(job.name()));
  }

  /** Whether nobody is meant to emit an event, ever. */
  static boolean isNever(String event) {
    return NEVER.matcher(event).matches();
  }

  /** Whether an event looks like one that is emitted from outside. */
  boolean contains(Awaited awaited) {
    String event = awaited.event();
    return HANDLE.matcher(event).matches()
        || event.equals(awaited.placed().file().job())
        || jobsByEvent.getOrDefault(event, Set.of()).size() >= MANY_JOBS;
  }
}
