package org.upstart4j.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/** Walks over expressions without recursion, as a job file may nest them as deep as it likes. */
final class Trees {

  private static final String AND = "/AND";
  private static final String OR = "/OR";

  private Trees() {}

  static EventExpression join(
      List<? extends EventExpression> conditions, BinaryOperator<EventExpression> operator) {
    return conditions.stream()
        .map(EventExpression.class::cast)
        .reduce(operator)
        .orElseThrow(() -> new IllegalArgumentException("No condition to join"));
  }

  static List<EventExpression> list(EventExpression first, EventExpression... more) {
    List<EventExpression> list = new ArrayList<>();
    list.add(first);
    list.addAll(List.of(more));
    return list;
  }

  static Stream<EventExpression> postfix(EventExpression root) {
    List<EventExpression> rootFirst = new ArrayList<>();
    Deque<EventExpression> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      EventExpression next = open.pop();
      rootFirst.add(next);
      if (!(next instanceof EventMatch)) {
        open.push(left(next));
        open.push(right(next));
      }
    }
    Collections.reverse(rootFirst);
    return rootFirst.stream();
  }

  static List<String> postfixElement(EventExpression node) {
    if (node instanceof EventMatch match) {
      List<String> element = new ArrayList<>();
      element.add(match.event());
      element.addAll(match.arguments());
      return List.copyOf(element);
    }
    return List.of(node instanceof EventAnd ? AND : OR);
  }

  static EventExpression ofPostfix(List<? extends List<String>> postfix) {
    Deque<EventExpression> stack = new ArrayDeque<>();
    for (List<String> element : postfix) {
      stack.push(node(element, stack, postfix));
    }
    if (stack.size() != 1) {
      throw malformed(postfix);
    }
    return stack.pop();
  }

  private static EventExpression node(
      List<String> element, Deque<EventExpression> stack, List<? extends List<String>> postfix) {
    if (element.isEmpty()) {
      throw malformed(postfix);
    }
    String first = element.get(0);
    if (!first.equals(AND) && !first.equals(OR)) {
      return new EventMatch(first, element.subList(1, element.size()));
    }
    if (stack.size() < 2) {
      throw malformed(postfix);
    }
    EventExpression right = stack.pop();
    EventExpression left = stack.pop();
    return first.equals(AND) ? new EventAnd(left, right) : new EventOr(left, right);
  }

  private static IllegalArgumentException malformed(List<? extends List<String>> postfix) {
    return new IllegalArgumentException(
        "Not a condition in postfix order, with two operands before each operator: " + postfix);
  }

  static String plainText(EventExpression root) {
    return print(root, argument -> argument);
  }

  static String text(EventExpression root) {
    return print(root, Trees::quoted);
  }

  private static String quoted(String argument) {
    int equals = argument.indexOf('=');
    if (equals < 0 || (argument.indexOf(' ', equals) < 0 && argument.indexOf('\t', equals) < 0)) {
      return argument;
    }
    return argument.substring(0, equals + 1) + '"' + argument.substring(equals + 1) + '"';
  }

  private static String print(EventExpression root, Function<String, String> argument) {
    StringBuilder text = new StringBuilder();
    Deque<Object> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Object next = open.pop();
      if (next instanceof EventMatch match) {
        text.append(match.event());
        match.arguments().forEach(value -> text.append(' ').append(argument.apply(value)));
      } else if (next instanceof EventExpression operator) {
        open.push(")");
        open.push(right(operator));
        open.push(operator instanceof EventAnd ? " and " : " or ");
        open.push(left(operator));
        open.push("(");
      } else {
        text.append(next);
      }
    }
    return text.toString();
  }

  static boolean equal(EventExpression one, EventExpression other) {
    Iterator<EventExpression> mine = postfix(one).iterator();
    Iterator<EventExpression> theirs = postfix(other).iterator();
    while (mine.hasNext() && theirs.hasNext()) {
      if (!sameNode(mine.next(), theirs.next())) {
        return false;
      }
    }
    return !mine.hasNext() && !theirs.hasNext();
  }

  private static boolean sameNode(EventExpression one, EventExpression other) {
    return one instanceof EventMatch ? one.equals(other) : one.getClass() == other.getClass();
  }

  static int hash(EventExpression root) {
    return postfix(root)
        .mapToInt(
            node -> node instanceof EventMatch ? node.hashCode() : postfixElement(node).hashCode())
        .reduce(1, (hash, next) -> 31 * hash + next);
  }

  private static EventExpression left(EventExpression operator) {
    return operator instanceof EventAnd and ? and.left() : ((EventOr) operator).left();
  }

  private static EventExpression right(EventExpression operator) {
    return operator instanceof EventAnd and ? and.right() : ((EventOr) operator).right();
  }
}
