package org.upstart4j.embedded.internal.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.upstart4j.embedded.internal.event.Condition;
import org.upstart4j.embedded.internal.event.LiveCondition;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.event.EventExpression;
import org.upstart4j.state.ConditionState;

/** A condition, and what of it has come true. */
final class ConditionDump {

  private ConditionDump() {}

  /** {@return a condition of which nothing can have come true} */
  static Optional<ConditionState> of(Optional<EventExpression> condition) {
    return condition.map(
        known ->
            ConditionState.of(
                known,
                known
                    .matches()
                    .map(match -> new ConditionState.Operand(false, OptionalInt.empty()))
                    .toList()));
  }

  /**
   * {@return a condition, and what of it has come true}
   *
   * @param live what has; null if nothing can have
   */
  static Optional<ConditionState> of(
      StateDump dump, Optional<EventExpression> condition, @Nullable LiveCondition live) {
    return live == null
        ? of(condition)
        : condition.map(known -> ConditionState.of(known, operands(dump, live)));
  }

  private static List<ConditionState.Operand> operands(StateDump dump, LiveCondition live) {
    List<Condition.Node> nodes = live.condition().nodes();
    List<ConditionState.Operand> operands = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).operand() != null) {
        LiveEvent met = live.met(i);
        operands.add(
            new ConditionState.Operand(
                live.holds(i),
                met == null ? OptionalInt.empty() : OptionalInt.of(dump.place(met))));
      }
    }
    return operands;
  }
}
