package org.upstart4j.cli.conditions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
public record CheckConfig(Known known, boolean strict) {

  /** What the conditions of a job wait for in vain. */
  public List<Finding> of(Conditions conditions) {
    List<Finding> findings = new ArrayList<>();
    conditions.start().ifPresent(events -> add(findings, "start on", events));
    conditions.stop().ifPresent(events -> add(findings, "stop on", events));
    return findings;
  }

  private void add(List<Finding> findings, String stanza, EventExpression events) {
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
    Map<EventExpression, Boolean> canBeMet = canBeMet(parts);
    return parts.stream()
        .filter(part -> part == events || !(part instanceof EventMatch))
        .filter(part -> Boolean.FALSE.equals(canBeMet.get(part)))
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

  private Map<EventExpression, Boolean> canBeMet(List<EventExpression> parts) {
    Map<EventExpression, Boolean> known = new IdentityHashMap<>();
    for (int i = parts.size() - 1; i >= 0; i--) {
      known.put(parts.get(i), canBeMet(parts.get(i), known));
    }
    return known;
  }

  private boolean canBeMet(EventExpression part, Map<EventExpression, Boolean> sides) {
    if (part instanceof EventAnd and) {
      return sides.get(and.left()) && sides.get(and.right());
    } else if (part instanceof EventOr or) {
      return strict
          ? sides.get(or.left()) && sides.get(or.right())
          : sides.get(or.left()) || sides.get(or.right());
    }
    return known.missing("", (EventMatch) part).isEmpty();
  }
}
