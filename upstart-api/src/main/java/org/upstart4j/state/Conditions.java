package org.upstart4j.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.event.EventExpression;

/** Reads conditions. Upstart writes them in postfix order, its first versions as a text. */
final class Conditions {

  private static final String MATCH = "EVENT_MATCH";

  private Conditions() {}

  static Optional<ConditionState> read(Node condition) {
    if (condition.isText()) {
      return condition.text().map(text -> new ConditionState(text, Optional.empty(), List.of()));
    }
    return condition.elements().isEmpty() ? Optional.empty() : Optional.of(ofPostfix(condition));
  }

  private static ConditionState ofPostfix(Node condition) {
    List<List<String>> postfix = condition.list(Conditions::element);
    EventExpression expression = condition.checked(() -> EventExpression.ofPostfix(postfix));
    return new ConditionState(
        expression.toString(),
        Optional.of(expression),
        condition.elements().stream()
            .filter(Conditions::isMatch)
            .map(Conditions::operand)
            .toList());
  }

  private static boolean isMatch(Node operator) {
    return operator.get("type").textOrEmpty().equals(MATCH);
  }

  private static ConditionState.Operand operand(Node operator) {
    return new ConditionState.Operand(
        operator.get("value").isYes(), operator.get("event").integer());
  }

  private static List<String> element(Node operator) {
    if (!isMatch(operator)) {
      return List.of(operator.get("type").textOrEmpty().replace("EVENT_", "/"));
    }
    List<String> element = new ArrayList<>();
    element.add(operator.get("name").textOrEmpty());
    element.addAll(operator.get("env").texts());
    return element;
  }
}
