package org.upstart4j.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.event.ConditionWord.Kind;

/** Reads a condition as it stands in a job file. Nothing recurses, so it may be of any depth. */
final class ConditionParser {

  private final String text;
  private final List<ConditionWord> words;
  private final Deque<Level> outer = new ArrayDeque<>();
  private Level level = new Level();
  private int next;

  private ConditionParser(String text) {
    this.text = text;
    this.words = ConditionWords.of(text);
  }

  /** What was read within one pair of parentheses: a condition, and an operator after it. */
  private static final class Level {
    private @Nullable EventExpression left;
    private @Nullable Kind operator;
  }

  static EventExpression parse(String text) {
    return new ConditionParser(text).parse();
  }

  private EventExpression parse() {
    while (next < words.size()) {
      ConditionWord word = words.get(next++);
      switch (word.kind()) {
        case TEXT -> join(match(word), word);
        case AND, OR -> operator(word);
        case OPEN -> open(word);
        case CLOSE -> close(word);
      }
    }
    EventExpression condition = complete(text.length());
    if (!outer.isEmpty()) {
      throw ConditionWord.problem(text, "a parenthesis that is never closed", text.length());
    }
    return condition;
  }

  /** An event with its arguments. */
  private EventMatch match(ConditionWord event) {
    List<String> arguments = new ArrayList<>();
    boolean named = false;
    while (next < words.size() && words.get(next).kind() == Kind.TEXT) {
      ConditionWord argument = words.get(next++);
      boolean hasName = argument.value().indexOf('=') >= 0;
      if (named && !hasName) {
        throw ConditionWord.problem(
            text, "a value without a name after one with a name", argument.position());
      }
      named |= hasName;
      arguments.add(argument.value());
    }
    return new EventMatch(event.value(), arguments);
  }

  private void operator(ConditionWord word) {
    complete(word.position());
    level.operator = word.kind();
  }

  private void open(ConditionWord word) {
    requireOperator(word);
    outer.push(level);
    level = new Level();
  }

  private void close(ConditionWord word) {
    EventExpression inner = complete(word.position());
    if (outer.isEmpty()) {
      throw ConditionWord.problem(text, "a \")\" without a \"(\" before it", word.position());
    }
    level = outer.pop();
    join(inner, word);
  }

  /** The condition of this level, to which nothing is missing. */
  private EventExpression complete(int position) {
    EventExpression condition = level.left;
    if (condition == null || level.operator != null) {
      throw ConditionWord.problem(text, "no event where one is needed", position);
    }
    return condition;
  }

  private void requireOperator(ConditionWord word) {
    if (level.left != null && level.operator == null) {
      throw ConditionWord.problem(
          text, "no \"and\" or \"or\" between two conditions", word.position());
    }
  }

  /** Joins what was read of this level and what comes next: from left to right, as Upstart does. */
  private void join(EventExpression right, ConditionWord word) {
    requireOperator(word);
    EventExpression left = level.left;
    if (left == null) {
      level.left = right;
    } else {
      level.left = level.operator == Kind.AND ? left.and(right) : left.or(right);
    }
    level.operator = null;
  }
}
