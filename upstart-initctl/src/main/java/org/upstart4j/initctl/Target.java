package org.upstart4j.initctl;

import java.util.List;
import java.util.Map;

/**
 * Which Upstart initctl reaches.
 *
 * @param options what says so on its command line
 * @param variables what says so in its environment
 */
record Target(List<String> options, Map<String, String> variables) {

  /** The one that initctl picks by itself. */
  static final Target DEFAULT = new Target(List.of(), Map.of());

  static Target option(String option) {
    return new Target(List.of(option), Map.of());
  }

  static Target at(String address) {
    return new Target(List.of(), Map.of("UPSTART_SESSION", address));
  }
}
