package org.upstart4j.analysis.internal.reason;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.upstart4j.Event;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.internal.match.Happened;
import org.upstart4j.jobfile.internal.match.Operand;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.state.ConditionState;

/** A condition, and what would become of it if one more event came. */
final class Trial {

  /**
   * An event that has made the condition come true.
   *
   * @param place its place among the events of the state; nothing for the new one
   */
  record Cause(OptionalInt place) {}

  private final Optional<EventExpression> condition;
  private final List<EventMatch> matches;
  private final List<ConditionState.Operand> before;
  private final List<Boolean> matched = new ArrayList<>();
  private final String event;
  private final String variables;

  private Trial(ConditionState state, Event event) {
    this.condition = state.condition();
    this.matches = condition.map(known -> known.matches().toList()).orElse(List.of());
    this.before = state.operands();
    this.event = event.name();
    this.variables = event.variables().toString();
  }

  /**
   * Tries an event.
   *
   * @param expansion the variables that the condition's values may refer to
   */
  static Trial of(
      ConditionState state, Event event, List<String> expansion, UpstartVersion version) {
    Trial trial = new Trial(state, event);
    Happened happened = new Tried(event.name(), event.variables().entries());
    for (int i = 0; i < trial.matches.size(); i++) {
      Operand operand = new Operand(trial.matches.get(i), version);
      trial.matched.add(!trial.before.get(i).holds() && operand.matches(happened, expansion));
    }
    return trial;
  }

  private record Tried(String name, List<String> variables) implements Happened {}

  /** Whether the condition names the event, in a part that has not come already. */
  boolean isNamed() {
    for (int i = 0; i < matches.size(); i++) {
      if (matches.get(i).event().equals(event) && !before.get(i).holds()) {
        return true;
      }
    }
    return false;
  }

  boolean hasMatched() {
    return matched.contains(true);
  }

  private boolean holds(int operand) {
    return before.get(operand).holds() || matched.get(operand);
  }

  private List<Boolean> values() {
    List<Boolean> values = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      values.add(holds(i));
    }
    return values;
  }

  /** Whether the condition would be true. */
  boolean holds() {
    return condition.isPresent() && Truth.holds(condition.get(), values());
  }

  /** What would still be missing, as a condition. */
  String rest() {
    return condition.map(known -> Truth.rest(known, values()).plainText()).orElse("");
  }

  /** Whether a part that names the event refers to variables of the instance. */
  boolean refersToVariables() {
    return matches.stream()
        .filter(match -> match.event().equals(event))
        .flatMap(match -> match.arguments().stream())
        .anyMatch(argument -> argument.indexOf('$') >= 0);
  }

  /** Which part names the event but means other variables, as a sentence's end. */
  String mismatch() {
    return "it waits for "
        + String.join(
            " or ",
            matches.stream()
                .filter(match -> match.event().equals(event))
                .map(EventMatch::plainText)
                .toList())
        + ", and the event has "
        + (variables.isEmpty() ? "no variables" : variables);
  }

  /**
   * The events that would make it true, from left to right: not those of a branch that is false.
   */
  List<Cause> causes() {
    List<Cause> causes = new ArrayList<>();
    if (condition.isPresent()) {
      active(condition.get())
          .forEach(
              i ->
                  causes.add(
                      new Cause(matched.get(i) ? OptionalInt.empty() : before.get(i).event())));
    }
    return causes;
  }

  /** The operands that count: those that hold below operators that hold. */
  private List<Integer> active(EventExpression root) {
    record Node(boolean holds, List<Integer> operands) {}
    Deque<Node> open = new ArrayDeque<>();
    int[] next = {0};
    root.childrenFirst()
        .forEach(
            node -> {
              if (node instanceof EventMatch) {
                int i = next[0]++;
                open.push(new Node(holds(i), holds(i) ? List.of(i) : List.of()));
              } else {
                Node right = open.pop();
                Node left = open.pop();
                boolean both = left.holds() && right.holds();
                boolean holds = node instanceof EventAnd ? both : left.holds() || right.holds();
                List<Integer> operands = new ArrayList<>();
                if (holds) {
                  operands.addAll(left.operands());
                  operands.addAll(right.operands());
                }
                open.push(new Node(holds, operands));
              }
            });
    return open.pop().operands();
  }
}
