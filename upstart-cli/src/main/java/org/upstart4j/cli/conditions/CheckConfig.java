package org.upstart4j.cli.conditions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.EventOr;

/**
 * Finds conditions that can never be met, as {@code initctl check-config} does: it looks from the
 * outermost operator inwards, right sides first, and complains of all that is below the first one
 * that cannot come true.
 *
 * @param known what there is
 * @param strict whether both sides of an or are needed
 */
public record CheckConfig(KnownNames known, boolean strict) {

  /** What the conditions of a job wait for, and will never get. */
  public List<Unmet> of(JobConditions conditions) {
    List<Unmet> findings = new ArrayList<>();
    conditions.start().ifPresent(events -> add(findings, "start on", events));
    conditions.stop().ifPresent(events -> add(findings, "stop on", events));
    return findings;
  }

  private void add(List<Unmet> findings, String stanza, EventExpression events) {
    Optional<EventExpression> culprit = culprit(events);
    if (culprit.isEmpty()) {
      return;
    }
    for (EventExpression part : fromOutside(culprit.get())) {
      if (part instanceof EventMatch match) {
        findings.addAll(known.missing(stanza, match));
      }
    }
  }

  /** The first operator that cannot come true; an operand counts only if it stands alone. */
  private Optional<EventExpression> culprit(EventExpression events) {
    List<EventExpression> parts = fromOutside(events);
    Set<EventExpression> possible = possible(parts);
    return parts.stream()
        .filter(part -> part == events || !(part instanceof EventMatch))
        .filter(part -> !possible.contains(part))
        .findFirst();
  }

  /**
   * Each operator before its sides, its right side before its left one. No recursion: deep trees
   * are fine.
   */
  private static List<EventExpression> fromOutside(EventExpression events) {
    List<EventExpression> parts = new ArrayList<>();
    Deque<EventExpression> next = new ArrayDeque<>(List.of(events));
    while (!next.isEmpty()) {
      EventExpression part = next.pop();
      parts.add(part);
      if (part instanceof EventAnd and) {
        next.push(and.left());
        next.push(and.right());
      } else if (part instanceof EventOr or) {
        next.push(or.left());
        next.push(or.right());
      }
    }
    return parts;
  }

  /** Those that can come true; each side is looked at before its operator. */
  private Set<EventExpression> possible(List<EventExpression> parts) {
    Set<EventExpression> possible = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = parts.size() - 1; i >= 0; i--) {
      EventExpression part = parts.get(i);
      if (isPossible(part, possible)) {
        possible.add(part);
      }
    }
    return possible;
  }

  private boolean isPossible(EventExpression part, Set<EventExpression> possible) {
    if (part instanceof EventAnd and) {
      return possible.contains(and.left()) && possible.contains(and.right());
    } else if (part instanceof EventOr or) {
      boolean left = possible.contains(or.left());
      boolean right = possible.contains(or.right());
      return strict ? left && right : left || right;
    }
    return known.missing("", (EventMatch) part).isEmpty();
  }
}
