package org.upstart4j.initctl;

import java.util.List;
import java.util.Map;

/**
 * Which Upstart initctl reaches.
 *
 * @param options what says so on its command line
 * @param variables what says so in its environment
 */
record InitctlTarget(List<String> options, Map<String, String> variables) {

  /** The one that initctl picks by itself. */
  static final InitctlTarget DEFAULT = new InitctlTarget(List.of(), Map.of());

  static InitctlTarget option(String option) {
    return new InitctlTarget(List.of(option), Map.of());
  }

  static InitctlTarget at(String address) {
    return new InitctlTarget(List.of(), Map.of("UPSTART_SESSION", address));
  }
}
