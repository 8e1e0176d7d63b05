package org.upstart4j.picture.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.internal.match.Happened;
import org.upstart4j.jobfile.internal.match.Operand;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Follows one condition: which of its events have happened since it last came true. */
final class Watch {

  private static final int UNMET = -1;

  private final List<EventExpression> nodes;
  private final @Nullable Operand[] operands;
  private final int[] met;

  Watch(EventExpression condition, UpstartVersion version) {
    nodes = condition.childrenFirst().toList();
    operands = new Operand[nodes.size()];
    met = new int[nodes.size()];
    for (int i = 0; i < operands.length; i++) {
      if (nodes.get(i) instanceof EventMatch match) {
        operands[i] = new Operand(match, version);
      }
    }
    reset();
  }

  /** Forgets all that has happened. */
  void reset() {
    Arrays.fill(met, UNMET);
  }

  /**
   * Takes an event.
   *
   * @param number the event's
   * @param expansion the variables that the condition may refer to
   * @return the numbers of the events that made the condition true, if it is now because of this
   *     one
   */
  Optional<List<Integer>> take(int number, Happened event, List<String> expansion) {
    boolean isMet = false;
    for (int i = 0; i < operands.length; i++) {
      Operand operand = operands[i];
      if (operand != null && met[i] == UNMET && operand.matches(event, expansion)) {
        met[i] = number;
        isMet = true;
      }
    }
    return isMet ? Optional.ofNullable(events()).map(List::copyOf) : Optional.empty();
  }

  /** The events of all branches that are true; null if the condition is not. */
  private @Nullable SortedSet<Integer> events() {
    Deque<Optional<SortedSet<Integer>>> stack = new ArrayDeque<>();
    for (int i = 0; i < met.length; i++) {
      if (operands[i] != null) {
        stack.push(
            met[i] == UNMET ? Optional.empty() : Optional.of(new TreeSet<>(List.of(met[i]))));
      } else {
        Optional<SortedSet<Integer>> right = stack.pop();
        stack.push(joined(nodes.get(i) instanceof EventAnd, stack.pop(), right));
      }
    }
    return stack.pop().orElse(null);
  }

  private static Optional<SortedSet<Integer>> joined(
      boolean isAnd, Optional<SortedSet<Integer>> left, Optional<SortedSet<Integer>> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return isAnd ? Optional.empty() : left.or(() -> right);
    }
    left.get().addAll(right.get());
    return left;
  }

  /** What it still lacks: the events that have not happened. */
  List<EventMatch> unmet() {
    return matches(false);
  }

  /** What it has: the events that have happened, and wait for the others. */
  List<EventMatch> met() {
    return matches(true);
  }

  private List<EventMatch> matches(boolean isMet) {
    List<EventMatch> matches = new ArrayList<>();
    for (int i = 0; i < met.length; i++) {
      if (nodes.get(i) instanceof EventMatch match && (met[i] != UNMET) == isMet) {
        matches.add(match);
      }
    }
    return matches;
  }
}
