package org.upstart4j.testkit;

import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what has happened. The beginning of a line, up to the end of a word, stands for
 * the line: {@code web main process} for {@code web main process 1000: /usr/sbin/web}.
 */
public final class HistoryAssert extends AbstractAssert<HistoryAssert, History> {

  private static final String EVENT = "event ";

  HistoryAssert(History actual) {
    super(actual, HistoryAssert.class);
  }

  /**
   * Fails unless all of these have happened, in any order.
   *
   * @param lines the beginnings of lines
   * @return this
   */
  public HistoryAssert contains(String... lines) {
    for (String line : lines) {
      if (indexOf(line, 0) < 0) {
        throw unexpected("Expected this to have happened:", line);
      }
    }
    return this;
  }

  /**
   * Fails if one of these has happened.
   *
   * @param lines the beginnings of lines
   * @return this
   */
  public HistoryAssert doesNotContain(String... lines) {
    for (String line : lines) {
      if (indexOf(line, 0) >= 0) {
        throw unexpected("Expected this not to have happened:", line);
      }
    }
    return this;
  }

  /**
   * Fails unless these have happened in that order; other things may have happened in between.
   *
   * @param lines the beginnings of lines
   * @return this
   */
  public HistoryAssert containsSubsequence(String... lines) {
    int next = 0;
    for (String line : lines) {
      int found = indexOf(line, next);
      if (found < 0) {
        String after = next == 0 ? "" : " after " + entries().get(next - 1).line();
        throw unexpected("Expected this to have happened" + after + ":", line);
      }
      next = found + 1;
    }
    return this;
  }

  /**
   * Fails unless these have happened in that order, and nothing in between.
   *
   * @param lines the beginnings of lines
   * @return this
   */
  public HistoryAssert containsSequence(String... lines) {
    List<History.Entry> entries = entries();
    for (int start = 0; start + lines.length <= entries.size(); start++) {
      if (isAt(entries, start, lines)) {
        return this;
      }
    }
    throw unexpected(
        "Expected this to have happened with nothing in between:", String.join("\n  ", lines));
  }

  private static boolean isAt(List<History.Entry> entries, int start, String... lines) {
    for (int i = 0; i < lines.length; i++) {
      if (!entries.get(start + i).begins(lines[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Fails unless an event is over.
   *
   * @param event its name, and as many of its variables as matter: {@code started JOB=web}
   * @return this
   */
  public HistoryAssert emitted(String event) {
    return contains(EVENT + event);
  }

  /**
   * Fails if an event is over.
   *
   * @param event its name, and as many of its variables as matter
   * @return this
   */
  public HistoryAssert didNotEmit(String event) {
    return doesNotContain(EVENT + event);
  }

  private List<History.Entry> entries() {
    isNotNull();
    return actual.entries();
  }

  private int indexOf(String beginning, int from) {
    List<History.Entry> entries = entries();
    for (int i = from; i < entries.size(); i++) {
      if (entries.get(i).begins(beginning)) {
        return i;
      }
    }
    return -1;
  }

  private AssertionError unexpected(String message, String line) {
    return failure("%s", Story.with(message + "\n  " + line, actual));
  }
}
