package org.upstart4j.analysis.internal.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.Word;
import org.upstart4j.jobfile.stanza.EventsStanza;

/** The condition of a {@code start on} or {@code stop on}, and where each event of it stands. */
public final class PlacedCondition {

  private static final int FIRST_WORD = 2; // after "start on"

  private final EventExpression expression;
  private final List<Awaited> events;

  private PlacedCondition(EventExpression expression, List<Awaited> events) {
    this.expression = expression;
    this.events = events;
  }

  /** Reads the condition of a stanza that has one. */
  static PlacedCondition of(Placed placed) {
    EventExpression expression = ((EventsStanza) placed.typed()).events();
    Iterator<List<Word>> groups = groups(placed).iterator();
    List<Awaited> events =
        expression
            .matches()
            .map(match -> awaited(placed, match, groups.hasNext() ? groups.next() : List.of()))
            .toList();
    return new PlacedCondition(expression, events);
  }

  /** The words between operators: an event and its tests each. */
  private static List<List<Word>> groups(Placed placed) {
    List<List<Word>> groups = new ArrayList<>();
    boolean open = false;
    List<Word> words = placed.words();
    for (Word word : words.subList(Math.min(FIRST_WORD, words.size()), words.size())) {
      if (!word.operator()) {
        if (!open) {
          groups.add(new ArrayList<>());
        }
        groups.get(groups.size() - 1).add(word);
      }
      open = !word.operator();
    }
    return groups;
  }

  private static Awaited awaited(Placed placed, EventMatch match, List<Word> words) {
    List<ValueTest> tests = new ArrayList<>();
    for (String argument : match.arguments()) {
      int position = tests.size();
      tests.add(ValueTest.of(argument, position, span(placed, words, position + 1)));
    }
    return new Awaited(placed, match.event(), span(placed, words, 0), tests);
  }

  private static SourceSpan span(Placed placed, List<Word> words, int place) {
    return place < words.size() ? words.get(place).span() : placed.allWords();
  }

  /** The events, from left to right. */
  public List<Awaited> events() {
    return events;
  }

  /** Computes something from the events up. */
  public <T> T fold(Function<Awaited, T> event, BinaryOperator<T> and, BinaryOperator<T> or) {
    Iterator<Awaited> leaves = events.iterator();
    Deque<T> open = new ArrayDeque<>();
    expression
        .childrenFirst()
        .forEach(
            node -> {
              if (node instanceof EventMatch) {
                open.push(event.apply(leaves.next()));
              } else {
                T right = open.pop();
                T left = open.pop();
                open.push((node instanceof EventAnd ? and : or).apply(left, right));
              }
            });
    return open.pop();
  }
}
