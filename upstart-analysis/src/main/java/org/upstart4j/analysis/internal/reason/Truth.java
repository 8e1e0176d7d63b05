package org.upstart4j.analysis.internal.reason;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

/** Computes what a condition comes to. */
final class Truth {

  private Truth() {}

  /** Whether a condition holds if these of its events have come, told from left to right. */
  static boolean holds(EventExpression condition, List<Boolean> come) {
    Iterator<Boolean> next = come.iterator();
    return fold(condition, match -> next.next());
  }

  /** Whether a condition can never come true without some events. */
  static boolean isNeeded(EventExpression condition, List<EventMatch> events) {
    Set<EventMatch> without = Set.copyOf(events);
    return !without.isEmpty() && !fold(condition, match -> !without.contains(match));
  }

  /**
   * What is missing of a condition that does not hold.
   *
   * @param come which of its events have come, from left to right
   */
  static EventExpression rest(EventExpression condition, List<Boolean> come) {
    Iterator<Boolean> next = come.iterator();
    Deque<Optional<EventExpression>> open = new ArrayDeque<>();
    condition
        .childrenFirst()
        .forEach(
            node -> {
              if (node instanceof EventMatch) {
                open.push(next.next() ? Optional.empty() : Optional.of(node));
              } else {
                Optional<EventExpression> right = open.pop();
                Optional<EventExpression> left = open.pop();
                open.push(rest(node instanceof EventAnd, left, right));
              }
            });
    return open.pop().orElse(condition);
  }

  /** What is missing of two parts; nothing if they come to what is wanted. */
  private static Optional<EventExpression> rest(
      boolean isAnd, Optional<EventExpression> left, Optional<EventExpression> right) {
    if (left.isPresent() && right.isPresent()) {
      return Optional.of(isAnd ? left.get().and(right.get()) : left.get().or(right.get()));
    }
    return isAnd ? left.or(() -> right) : Optional.empty();
  }

  private static boolean fold(EventExpression condition, Predicate<EventMatch> event) {
    Deque<Boolean> open = new ArrayDeque<>();
    condition
        .childrenFirst()
        .forEach(
            node -> {
              if (node instanceof EventMatch match) {
                open.push(event.test(match));
              } else {
                boolean right = open.pop();
                boolean left = open.pop();
                open.push(node instanceof EventAnd ? left && right : left || right);
              }
            });
    return open.pop();
  }
}
