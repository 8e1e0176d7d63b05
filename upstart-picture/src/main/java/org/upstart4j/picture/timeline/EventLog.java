package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.Event;

/** All events so far, and how far each has come. */
final class EventLog {

  private final List<Occurrence> all = new ArrayList<>();
  private final Map<Event, Deque<Integer>> open = new HashMap<>();

  /** Takes an event that is emitted; returns its number. */
  int emitted(Happening.Emitted emitted, boolean isExact, Optional<String> by) {
    int number = all.size();
    all.add(
        new Occurrence(
            number,
            emitted.event(),
            emitted.at(),
            isExact,
            Optional.empty(),
            emitted.isFromOutside(),
            by));
    open.computeIfAbsent(emitted.event(), event -> new ArrayDeque<>()).add(number);
    return number;
  }

  /** Of equal events, the one that was emitted first ends first. */
  void finished(Happening.Finished finished) {
    Deque<Integer> numbers = open.get(finished.event());
    if (numbers != null && !numbers.isEmpty()) {
      int number = numbers.remove();
      Occurrence one = all.get(number);
      all.set(
          number,
          new Occurrence(
              number,
              one.event(),
              one.at(),
              one.isExact(),
              Optional.of(finished.at()),
              one.isFromOutside(),
              one.by()));
    }
  }

  Occurrence get(int number) {
    return all.get(number);
  }

  List<Occurrence> all() {
    return all;
  }

  /**
   * What set a change off.
   *
   * @param numbers all events that the condition needed
   * @param at when the change happened
   */
  List<Cause> causes(List<Integer> numbers, Duration at) {
    int last = last(numbers, at);
    return numbers.stream().map(number -> new Cause(get(number), number == last)).toList();
  }

  /** Where it is not known when events were emitted, an event of that very moment is the last. */
  private int last(List<Integer> numbers, Duration at) {
    List<Integer> inexact = numbers.stream().filter(number -> !get(number).isExact()).toList();
    if (numbers.isEmpty()) {
      return -1;
    } else if (inexact.isEmpty()) {
      return numbers.get(numbers.size() - 1);
    }
    List<Integer> now =
        numbers.stream()
            .filter(number -> get(number).isExact())
            .filter(number -> at.minus(get(number).at()).toMillis() <= Causation.INSTANT)
            .toList();
    if (!now.isEmpty()) {
      return now.get(now.size() - 1);
    }
    return inexact.size() == 1 ? inexact.get(0) : -1;
  }
}
