package org.upstart4j.embedded.internal.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.internal.match.Operand;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * A condition as its nodes, children before parents. Immutable, so all that wait for it share it.
 */
public final class Condition {

  /** A node: an operand without children, or an operator. */
  public record Node(@Nullable Operand operand, boolean and, int left, int right) {}

  private final List<Node> nodes = new ArrayList<>();
  private final Set<String> events = new TreeSet<>();

  /** A condition as the newest Upstart takes it. */
  Condition(EventExpression root) {
    this(root, UpstartVersion.NEWEST);
  }

  /** A condition as a version takes it. */
  public Condition(EventExpression root, UpstartVersion version) {
    Deque<Integer> roots = new ArrayDeque<>();
    for (EventExpression expression : root.childrenFirst().toList()) {
      if (expression instanceof EventMatch match) {
        nodes.add(new Node(new Operand(match, version), false, -1, -1));
        events.add(match.event());
      } else {
        int right = roots.pop();
        int left = roots.pop();
        nodes.add(new Node(null, expression instanceof EventAnd, left, right));
      }
      roots.push(nodes.size() - 1);
    }
  }

  public List<Node> nodes() {
    return nodes;
  }

  /** The operands that know an event. */
  public List<Operand> operands(String event) {
    List<Operand> operands = new ArrayList<>();
    for (Node node : nodes) {
      Operand operand = node.operand();
      if (operand != null && operand.event().equals(event)) {
        operands.add(operand);
      }
    }
    return operands;
  }

  /** Says whether an event is one of those that it is about. */
  public boolean knows(LiveEvent event) {
    return operands(event.name()).stream().anyMatch(operand -> operand.fits(event, List.of()));
  }

  /** The names of the events that it knows. */
  public Set<String> events() {
    return events;
  }
}
