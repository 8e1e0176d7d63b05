package org.upstart4j.it.scenario;

import java.util.List;

/**
 * Something that came out otherwise than recorded.
 *
 * @param where the scenario, the step, and what of it
 * @param wanted what was recorded
 * @param got what came out
 */
record Difference(String where, List<String> wanted, List<String> got) {

  @Override
  public String toString() {
    return where + "\n" + SideBySide.of(wanted, got);
  }
}
