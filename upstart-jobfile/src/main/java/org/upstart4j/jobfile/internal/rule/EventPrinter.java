package org.upstart4j.jobfile.internal.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.EventOr;

/**
 * Writes a condition for a job file. Both operators have the same rank and read from the left, so
 * that only right-hand sides need parentheses; a left-hand side gets them where they help people.
 */
final class EventPrinter {

  private EventPrinter() {}

  static String print(EventExpression events) {
    StringBuilder text = new StringBuilder();
    Deque<Object> open = new ArrayDeque<>();
    open.push(events);
    while (!open.isEmpty()) {
      Object next = open.pop();
      if (next instanceof EventMatch match) {
        match(match, text);
      } else if (next instanceof EventExpression operator) {
        operator(operator, open);
      } else {
        text.append(next);
      }
    }
    return text.toString();
  }

  private static void match(EventMatch match, StringBuilder text) {
    text.append(Quoting.operand(match.event()));
    match.arguments().forEach(argument -> text.append(' ').append(Quoting.operand(argument)));
  }

  private static void operator(EventExpression operator, Deque<Object> open) {
    boolean and = operator instanceof EventAnd;
    EventExpression left = and ? ((EventAnd) operator).left() : ((EventOr) operator).left();
    EventExpression right = and ? ((EventAnd) operator).right() : ((EventOr) operator).right();
    side(right, !(right instanceof EventMatch), open);
    open.push(and ? " and " : " or ");
    side(left, and ? left instanceof EventOr : left instanceof EventAnd, open);
  }

  private static void side(EventExpression side, boolean parentheses, Deque<Object> open) {
    if (parentheses) {
      open.push(")");
    }
    open.push(side);
    if (parentheses) {
      open.push("(");
    }
  }
}
