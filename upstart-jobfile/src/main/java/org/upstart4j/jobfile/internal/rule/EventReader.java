package org.upstart4j.jobfile.internal.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.EventOr;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.stanza.Fault;

/**
 * Builds a condition from its tokens as Upstart does: with a stack, so that neither depth nor
 * length matter, and with Upstart's notion of where it went wrong.
 */
final class EventReader {

  private static final String EXPECTED_EVENT = "the name of an event";

  private final Words words;
  private final Deque<Item> stack = new ArrayDeque<>();
  private @Nullable EventExpression root;
  private @Nullable Failure failure;
  private int depth;
  private int firstOpen;

  EventReader(Words words) {
    this.words = words;
  }

  /** What stands on the stack: a parenthesis, an event that still takes arguments, an operator. */
  private interface Item {}

  private record Parenthesis(int offset) implements Item {}

  private record Operator(boolean and, EventExpression left, int offset, int end) implements Item {}

  private static final class Match implements Item {
    private final String event;
    private final List<String> arguments = new ArrayList<>();
    private final int offset;
    private final int end;
    private boolean named;

    Match(String event, int offset, int end) {
      this.event = event;
      this.offset = offset;
      this.end = end;
    }
  }

  /** The condition, or nothing and a {@link #failure()}. */
  @Nullable EventExpression read() {
    int last;
    do {
      last = words.offset();
      if (!token()) {
        return null;
      }
    } while (more());
    if (failure != null) {
      return null;
    }
    if (!collect()) {
      failure = failure().standingAt(last);
      return null;
    }
    if (!stack.isEmpty()) {
      failure = mismatched(firstOpen, "This parenthesis is never closed; expected \")\"");
      failure = failure.standingAt(words.offset());
      return null;
    }
    return root;
  }

  Failure failure() {
    if (failure == null) {
      throw new IllegalStateException("The condition is fine");
    }
    return failure;
  }

  /** Goes over the end of the line, if a parenthesis is open; false where the condition ends. */
  private boolean more() {
    if (words.kind() == Kind.COMMENT) {
      words.advance();
    }
    Kind kind = words.kind();
    if (kind == Kind.EMPTY_LINE) {
      failure = emptyLine();
    } else if (kind == Kind.INNER_NEWLINE) {
      int lineStart = words.tokenEnd();
      words.advance();
      return words.kind() != null || words.offset() > lineStart;
    }
    return kind != null && kind != Kind.NEWLINE && kind != Kind.EMPTY_LINE;
  }

  private Failure emptyLine() {
    int at = words.emptyLineEnd();
    return Failure.at(
        Fault.EXPECTED_TOKEN,
        at,
        at,
        "A line without a word within parentheses; expected an event, an operator or \")\"");
  }

  private boolean token() {
    Kind kind = words.kind();
    if (kind == Kind.LEFT) {
      return left();
    } else if (kind == Kind.RIGHT) {
      return right();
    } else if (kind == Kind.AND || kind == Kind.OR) {
      return operator(kind == Kind.AND);
    }
    return operand();
  }

  private boolean left() {
    if (root != null || stack.peek() instanceof Match) {
      return fail(Fault.EXPECTED_OPERATOR, "\"(\" follows an event; expected \"and\" or \"or\"");
    }
    if (depth++ == 0) {
      firstOpen = words.offset();
    }
    stack.push(new Parenthesis(words.offset()));
    words.advance();
    return true;
  }

  private boolean right() {
    if (!collect()) {
      failure = failure().standingAt(words.offset());
      return false;
    }
    if (stack.isEmpty()) {
      failure = mismatched(words.offset(), "\")\" closes nothing; expected \"(\" before it");
      return false;
    }
    stack.pop();
    depth--;
    words.advance();
    return true;
  }

  private boolean operator(boolean and) {
    int offset = words.offset();
    if (!collect()) {
      failure = failure().standingAt(offset);
      return false;
    }
    EventExpression left = root;
    if (left == null) {
      throw new IllegalStateException("Nothing was collected");
    }
    stack.push(new Operator(and, left, offset, words.tokenEnd()));
    root = null;
    words.advance();
    return true;
  }

  private boolean operand() {
    int offset = words.offset();
    int end = words.tokenEnd();
    String value = words.next(EXPECTED_EVENT);
    if (value == null) {
      failure = words.failure();
      return false;
    }
    if (!(stack.peek() instanceof Match match)) {
      stack.push(new Match(value, offset, end));
      return true;
    }
    boolean named = value.indexOf('=') >= 0;
    match.arguments.add(value);
    if (match.named && !named) {
      failure =
          Failure.at(
                  Fault.EXPECTED_VARIABLE,
                  offset,
                  end,
                  "\""
                      + Spelling.shown(value)
                      + "\" has no name, but stands behind an argument that has one;"
                      + " expected NAME=VALUE")
              .standingAt(words.offset());
      return false;
    }
    match.named |= named;
    return true;
  }

  private boolean fail(Fault fault, String message) {
    failure = Failure.at(fault, words.offset(), words.tokenEnd(), message);
    return false;
  }

  private static Failure mismatched(int parenthesis, String message) {
    return Failure.at(Fault.MISMATCHED_PARENS, parenthesis, parenthesis + 1, message);
  }

  /** Joins what is on the stack, down to the last parenthesis, into one condition. */
  private boolean collect() {
    while (!stack.isEmpty() && !(stack.peek() instanceof Parenthesis)) {
      Item item = stack.pop();
      if (item instanceof Operator operator) {
        if (root == null) {
          String message = "The operator has no right-hand side; expected " + EXPECTED_EVENT;
          failure = Failure.at(Fault.EXPECTED_EVENT, operator.offset, operator.end, message);
          return false;
        }
        root = operator.and ? new EventAnd(operator.left, root) : new EventOr(operator.left, root);
      } else if (item instanceof Match match) {
        if (root != null) {
          String message =
              "\""
                  + Spelling.shown(match.event)
                  + "\" follows a parenthesis; expected \"and\" or \"or\"";
          failure = Failure.at(Fault.EXPECTED_OPERATOR, match.offset, match.end, message);
          return false;
        }
        root = new EventMatch(match.event, match.arguments);
      }
    }
    if (root == null) {
      fail(Fault.EXPECTED_EVENT, "No event here; expected " + EXPECTED_EVENT);
      return false;
    }
    return true;
  }
}
