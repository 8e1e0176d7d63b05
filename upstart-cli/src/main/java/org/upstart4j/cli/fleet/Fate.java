package org.upstart4j.cli.fleet;

import java.util.List;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.fleet.HostResult;

/**
 * How a host has ended, in words.
 *
 * @param word the kind of the error, for programs
 * @param text what is wrong
 */
record Fate(String word, String text) {

  /** Why there is no answer of a host. */
  static Fate of(HostResult<Answer> result) {
    if (result instanceof HostResult.Failure<Answer> failure) {
      return new Fate(ErrorWord.of(failure.error()), String.valueOf(failure.error().getMessage()));
    }
    return new Fate(
        "untried",
        "never tried"
            + (result instanceof HostResult.Untried<Answer> untried
                ? ": " + untried.reason()
                : ""));
  }

  /** What people are told. */
  List<String> lines() {
    return List.of(Visible.text(text));
  }
}
