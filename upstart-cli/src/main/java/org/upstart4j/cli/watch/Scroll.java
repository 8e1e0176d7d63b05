package org.upstart4j.cli.watch;

import java.util.List;

/** Which part of the rows is seen. It stays on what one looks at, unless that is the beginning. */
final class Scroll {

  private int top;
  private int room = 1;
  private List<Row> rows = List.of();

  /** Takes other rows, or the same in another order. */
  void put(List<Row> next) {
    int place = top == 0 ? 0 : follow(next);
    rows = next;
    move(place - top);
  }

  /** Where the first line stands that is still there and has not become something else. */
  private int follow(List<Row> next) {
    for (int i = top; i < Math.min(top + room, rows.size()); i++) {
      Row before = rows.get(i);
      for (int j = 0; j < next.size(); j++) {
        if (next.get(j).isAbout(before) && next.get(j).standing() == before.standing()) {
          return j - (i - top);
        }
      }
    }
    return top;
  }

  /** Takes another number of lines. */
  void resize(int lines) {
    room = Math.max(lines, 0);
    move(0);
  }

  void move(int lines) {
    top = Math.max(0, Math.min(top + lines, rows.size() - room));
  }

  void page(int pages) {
    move(pages * Math.max(room - 1, 1));
  }

  void home() {
    top = 0;
  }

  void end() {
    move(rows.size());
  }

  List<Row> seen() {
    return rows.subList(top, Math.min(top + room, rows.size()));
  }

  int above() {
    return top;
  }

  int below() {
    return Math.max(0, rows.size() - top - room);
  }
}
