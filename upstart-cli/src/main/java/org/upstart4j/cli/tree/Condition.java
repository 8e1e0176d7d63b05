package org.upstart4j.cli.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

/** A condition in which what the same operator joins stands side by side. */
sealed interface Condition {

  /** One event. */
  record Operand(EventMatch match) implements Condition {

    @Override
    public String toString() {
      return match.toString();
    }
  }

  /**
   * Several of which all, or one, must hold.
   *
   * @param all whether all must
   * @param parts two or more; none of them is joined in the same way
   */
  record Joint(boolean all, List<Condition> parts) implements Condition {

    @Override
    public String toString() {
      return parts.stream()
          .map(part -> part instanceof Joint ? "(" + part + ")" : part.toString())
          .collect(Collectors.joining(all ? " and " : " or "));
    }
  }

  /** Made without recursion, as long conditions are deep. */
  static Condition of(EventExpression expression) {
    Deque<Condition> open = new ArrayDeque<>();
    expression
        .childrenFirst()
        .forEach(
            node -> {
              if (node instanceof EventMatch match) {
                open.push(new Operand(match));
              } else {
                Condition right = open.pop();
                open.push(join(node instanceof EventAnd, open.pop(), right));
              }
            });
    return open.pop();
  }

  /** The left one's list goes on, as nobody else has it. */
  private static Condition join(boolean all, Condition left, Condition right) {
    List<Condition> parts =
        left instanceof Joint joint && joint.all == all
            ? joint.parts
            : new ArrayList<>(List.of(left));
    if (right instanceof Joint joint && joint.all == all) {
      parts.addAll(joint.parts);
    } else {
      parts.add(right);
    }
    return new Joint(all, parts);
  }
}
