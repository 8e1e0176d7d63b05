package org.upstart4j.initctl.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.upstart4j.event.EventExpression;

/**
 * Reads a condition as {@code initctl show-config} prints it: brackets around every operator, and
 * arguments without quotes. A blank within an argument differs from one between two arguments only
 * after {@code NAME=}, as no argument without a name may follow one with a name. Nothing recurses.
 */
final class ConditionOutput {

  private static final Pattern NAMED = Pattern.compile("(?s)\\w+!?=.*");

  private final List<List<String>> postfix = new ArrayList<>();

  /** The operator of each open bracket; empty as long as it has none. */
  private final Deque<String> open = new ArrayDeque<>();

  private List<String> match = new ArrayList<>();

  private ConditionOutput() {}

  /**
   * Reads a condition.
   *
   * @throws IllegalArgumentException if that is not a condition
   */
  static EventExpression parse(String text) {
    ConditionOutput condition = new ConditionOutput();
    for (String word : text.split(" ", -1)) {
      condition.add(word);
    }
    condition.endMatch();
    if (!condition.open.isEmpty()) {
      throw new IllegalArgumentException("A bracket is not closed: " + text);
    }
    return EventExpression.ofPostfix(condition.postfix);
  }

  private void add(String word) {
    if (isOperator(word)) {
      endMatch();
      open.pop();
      open.push(word.equals("and") ? "/AND" : "/OR");
      return;
    }
    String rest = word;
    if (match.isEmpty()) {
      while (rest.startsWith("(")) {
        open.push("");
        rest = rest.substring(1);
      }
    }
    int closing = closing(rest);
    addArgument(rest.substring(0, rest.length() - closing));
    for (int i = 0; i < closing; i++) {
      close();
    }
  }

  /** In a bracket, after its left side. */
  private boolean isOperator(String word) {
    return (word.equals("and") || word.equals("or"))
        && !open.isEmpty()
        && open.element().isEmpty()
        && !(match.isEmpty() && postfix.isEmpty());
  }

  /** Returns how many of the brackets at a word's end belong to the condition. */
  private int closing(String word) {
    int end = word.length();
    while (end > 0 && word.charAt(end - 1) == ')') {
      end--;
    }
    long own = word.chars().filter(c -> c == '(').count();
    return (int) Math.max(0, Math.min(open.size(), word.length() - end - own));
  }

  private void addArgument(String argument) {
    int last = match.size() - 1;
    if (last > 0
        && NAMED.matcher(match.get(last)).matches()
        && !NAMED.matcher(argument).matches()) {
      match.set(last, match.get(last) + " " + argument);
    } else {
      match.add(argument);
    }
  }

  private void endMatch() {
    if (!match.isEmpty()) {
      postfix.add(match);
      match = new ArrayList<>();
    }
  }

  private void close() {
    endMatch();
    String operator = open.pop();
    if (operator.isEmpty()) {
      throw new IllegalArgumentException("A bracket without an operator");
    }
    postfix.add(List.of(operator));
  }
}
