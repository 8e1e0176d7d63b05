package org.upstart4j.analysis.internal.shell;

import java.util.ArrayList;
import java.util.List;

/** What is noted while a script is read, and how much the reader may still do. */
final class ReadState {

  /** How deep commands and expansions may lie in each other; real scripts stay below 15. */
  static final int DEEPEST = 100;

  private final List<ShellComment> comments = new ArrayList<>();
  private final List<ShellCommand.Unreadable> unreadable = new ArrayList<>();
  private int depth;
  private long lookAhead;

  ReadState(int length) {
    lookAhead = 50_000L + 20L * length;
  }

  /** Goes one level deeper, unless that is too deep. */
  boolean enter() {
    if (depth == DEEPEST) {
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Pays for a character looked at in advance; what is left bounds the time of all reading. */
  boolean mayLookAhead() {
    return lookAhead-- > 0;
  }

  void comment(int start, int end) {
    comments.add(new ShellComment(start, end));
  }

  ShellCommand.Unreadable unreadable(int start, int end) {
    ShellCommand.Unreadable part = new ShellCommand.Unreadable(start, end);
    unreadable.add(part);
    return part;
  }

  List<ShellComment> comments() {
    return List.copyOf(comments);
  }

  List<ShellCommand.Unreadable> unreadable() {
    return List.copyOf(unreadable);
  }
}
