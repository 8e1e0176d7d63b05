package org.upstart4j.cli.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

/** What is left of a condition once some of its events have happened. */
final class Rest {

  private Rest() {}

  /** The rest; nothing if those events are enough. */
  static Optional<EventExpression> of(EventExpression condition, Predicate<EventMatch> happened) {
    Deque<Optional<EventExpression>> open = new ArrayDeque<>();
    condition
        .childrenFirst()
        .forEach(
            node -> {
              if (node instanceof EventMatch match) {
                open.push(happened.test(match) ? Optional.empty() : Optional.of(match));
              } else {
                Optional<EventExpression> right = open.pop();
                Optional<EventExpression> left = open.pop();
                open.push(node instanceof EventAnd ? both(left, right) : either(left, right));
              }
            });
    return open.pop();
  }

  private static Optional<EventExpression> both(
      Optional<EventExpression> left, Optional<EventExpression> right) {
    return left.isEmpty() || right.isEmpty()
        ? left.or(() -> right)
        : Optional.of(left.get().and(right.get()));
  }

  private static Optional<EventExpression> either(
      Optional<EventExpression> left, Optional<EventExpression> right) {
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : Optional.of(left.get().or(right.get()));
  }
}
