package org.upstart4j.cli.tree;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.upstart4j.event.EventMatch;

/**
 * What a tree is about, and where it begins.
 *
 * @param held the operands that it is about
 * @param roots the operands that it begins with, and how far they are from {@code startup}
 * @param jobs the jobs that it begins with
 */
record Scope(Set<EventMatch> held, Map<EventMatch, Integer> roots, Map<String, Integer> jobs) {

  static final int NEVER = Integer.MAX_VALUE;

  /** Beyond every way from {@code startup}: what happens outside, then what only people start. */
  private static final int OUTSIDE = 10_000_000;

  private static final int UNKNOWN = 2 * OUTSIDE;
  private static final int BY_HAND = 3 * OUTSIDE;

  /** How far circles are. */
  static final int CIRCLE = 4 * OUTSIDE;

  /** Everything. */
  static Scope all(Links links) {
    Map<EventMatch, Integer> roots = new HashMap<>();
    for (EventMatch operand : links.operands()) {
      if (links.sources(operand).isEmpty()) {
        roots.put(operand, far(operand, links));
      }
    }
    Map<String, Integer> jobs = new HashMap<>();
    links.jobs().stream()
        .filter(job -> job.startOn().isEmpty())
        .forEach(job -> jobs.put(job.name(), BY_HAND));
    return new Scope(Set.copyOf(links.operands()), roots, jobs);
  }

  private static int far(EventMatch root, Links links) {
    if (Links.isStartup(root)) {
      return 0;
    }
    return links.isAboutNobody(root) ? UNKNOWN : OUTSIDE;
  }

  /** What a job leads to. */
  static Scope from(TreeJob job, Links links) {
    Set<EventMatch> held = new HashSet<>();
    links.reached(job).forEach(next -> held.addAll(links.effects(next)));
    return new Scope(held, Map.of(), Map.of(job.name(), 0));
  }

  boolean holds(EventMatch operand) {
    return held.contains(operand);
  }

  boolean holds(TreeJob job) {
    return job.operands().anyMatch(held::contains);
  }
}
