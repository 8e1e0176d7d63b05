package org.upstart4j.it.scenario;

import java.util.List;

/**
 * Something that differs from the recording.
 *
 * @param where the scenario, the step, and which part of it
 * @param wanted what was recorded
 * @param got what happened instead
 */
record Difference(String where, List<String> wanted, List<String> got) {

  @Override
  public String toString() {
    return where + "\n" + SideBySide.of(wanted, got);
  }
}
