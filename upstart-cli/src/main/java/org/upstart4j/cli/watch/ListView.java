package org.upstart4j.cli.watch;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.cli.watch.Key.Kind;

/** What one sees of the list, and what keys do with it. */
final class ListView {

  private final Scroll scroll = new Scroll();
  private final List<String> jobs;
  private boolean running;
  private boolean typing;
  private final StringBuilder filter = new StringBuilder();
  private List<Row> all = List.of();
  private Optional<String> lost = Optional.empty();
  private int shown;

  ListView(Choice choice) {
    jobs = choice.jobs();
    running = choice.running();
  }

  /** Takes what is known now. */
  void put(News news) {
    lost = news.lost();
    Choice chosen = new Choice(jobs, false);
    all =
        Row.sorted(news.statuses(), news.failures()).stream()
            .filter(row -> chosen.wants(row.status().job()))
            .toList();
    select();
  }

  private void select() {
    Choice chosen = new Choice(jobs, running);
    String wanted = filter.toString().toLowerCase(Locale.ROOT);
    List<Row> rows =
        all.stream()
            .filter(row -> chosen.wants(row.status().job(), row.standing()))
            .filter(row -> row.text().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    shown = rows.size();
    scroll.put(rows);
  }

  /** Does what a key says; returns whether to go on. */
  boolean press(Key key) {
    switch (key.kind()) {
      case UP -> scroll.move(-1);
      case DOWN -> scroll.move(1);
      case PAGE_UP -> scroll.page(-1);
      case PAGE_DOWN -> scroll.page(1);
      case HOME -> scroll.home();
      case END -> scroll.end();
      case NONE -> {
        return false;
      }
      default -> {
        return typing ? type(key) : command(key);
      }
    }
    return true;
  }

  private boolean type(Key key) {
    switch (key.kind()) {
      case CHARACTER -> filter.append(key.character());
      case BACKSPACE -> filter.setLength(Math.max(0, withoutLast()));
      case ENTER -> typing = false;
      case ESCAPE -> clear();
      default -> {
        return true;
      }
    }
    select();
    return true;
  }

  /** A character beyond the first 65,536 is two. */
  private int withoutLast() {
    return filter.length() == 0 ? 0 : filter.offsetByCodePoints(filter.length(), -1);
  }

  private void clear() {
    typing = false;
    filter.setLength(0);
  }

  private boolean command(Key key) {
    if (key.kind() == Kind.ESCAPE) {
      clear();
    }
    switch (key.character()) {
      case 'q' -> {
        return false;
      }
      case 'k' -> scroll.move(-1);
      case 'j' -> scroll.move(1);
      case 'r' -> running = !running;
      case '/' -> typing = true;
      default -> {
        // nothing that is known
      }
    }
    select();
    return true;
  }

  Scroll scroll() {
    return scroll;
  }

  /** Why the connection is lost, if it is. */
  Optional<String> lost() {
    return lost;
  }

  boolean isTyping() {
    return typing;
  }

  String filter() {
    return filter.toString();
  }

  List<String> jobs() {
    return jobs;
  }

  boolean isRunningOnly() {
    return running;
  }

  /** How many rows there are of each kind. */
  Map<Standing, Integer> counts() {
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    all.forEach(row -> counts.merge(row.standing(), 1, Integer::sum));
    return counts;
  }

  /** How many rows neither the filter nor the choice leaves out. */
  int shown() {
    return shown;
  }
}
