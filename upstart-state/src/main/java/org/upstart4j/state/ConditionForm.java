package org.upstart4j.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

/**
 * Reads and writes conditions. Upstart writes them in postfix order, its first versions as a text.
 */
final class ConditionForm {

  private static final String MATCH = "EVENT_MATCH";

  private ConditionForm() {}

  static Optional<ConditionState> read(StateNode condition) {
    if (condition.isText()) {
      return condition.text().map(text -> new ConditionState(text, Optional.empty(), List.of()));
    }
    return condition.elements().isEmpty() ? Optional.empty() : Optional.of(ofPostfix(condition));
  }

  private static ConditionState ofPostfix(StateNode condition) {
    List<List<String>> postfix = condition.list(ConditionForm::element);
    List<ConditionState.Operand> operands =
        condition.elements().stream()
            .filter(ConditionForm::isMatch)
            .map(ConditionForm::operand)
            .toList();
    return condition.checked(() -> ConditionState.of(EventExpression.ofPostfix(postfix), operands));
  }

  private static boolean isMatch(StateNode node) {
    return node.get("type").textOrEmpty().equals(MATCH);
  }

  private static ConditionState.Operand operand(StateNode match) {
    return new ConditionState.Operand(match.get("value").isYes(), match.get("event").integer());
  }

  private static List<String> element(StateNode node) {
    if (!isMatch(node)) {
      return List.of(node.get("type").textOrEmpty().replace("EVENT_", "/"));
    }
    List<String> element = new ArrayList<>();
    element.add(node.get("name").textOrEmpty());
    element.addAll(node.get("env").texts());
    return element;
  }

  /** Writes a condition into a job or an instance, if there is one. */
  static void write(StateObject owner, String name, Optional<ConditionState> condition) {
    if (condition.isPresent()) {
      ConditionState state = condition.get();
      if (state.condition().isPresent()) {
        owner.objects(name, postfix(state.condition().get(), state.operands().iterator()));
      } else {
        owner.text(name, state.text());
      }
    }
  }

  /** An operator holds if its operands, which come before it, say so. */
  private static List<StateObject> postfix(
      EventExpression condition, Iterator<ConditionState.Operand> operands) {
    List<StateObject> nodes = new ArrayList<>();
    Deque<Boolean> values = new ArrayDeque<>();
    for (EventExpression node : condition.childrenFirst().toList()) {
      if (node instanceof EventMatch match) {
        ConditionState.Operand operand = operands.next();
        values.push(operand.holds());
        nodes.add(match(match, operand));
      } else {
        boolean and = node instanceof EventAnd;
        boolean right = values.pop();
        boolean left = values.pop();
        boolean holds = and ? left && right : left || right;
        values.push(holds);
        nodes.add(node(and ? "EVENT_AND" : "EVENT_OR", holds));
      }
    }
    return nodes;
  }

  private static StateObject node(String type, boolean holds) {
    return new StateObject().text("type", type).flag("value", holds);
  }

  private static StateObject match(EventMatch match, ConditionState.Operand operand) {
    StateObject node = node(MATCH, operand.holds()).text("name", match.event());
    if (!match.arguments().isEmpty()) {
      node.texts("env", match.arguments());
    }
    return node.number("event", operand.event());
  }
}
