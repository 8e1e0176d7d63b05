package org.upstart4j.analysis.finding;

import java.util.List;

/**
 * A change that takes a finding away, as a person would make it.
 *
 * @param title what it does, for example {@code Write "exec" in front of the command}
 * @param safe whether the job means the same to Upstart afterwards, but for what was wrong; another
 *     fix is for people to look at
 * @param edits what it changes
 */
public record Fix(String title, boolean safe, List<TextEdit> edits) {

  /**
   * Makes a fix.
   *
   * @param title what it does, for example {@code Write "exec" in front of the command}
   * @param safe whether the job means the same to Upstart afterwards, but for what was wrong;
   *     another fix is for people to look at
   * @param edits what it changes
   */
  public Fix {
    edits = List.copyOf(edits);
  }
}
