package org.upstart4j.cli.convert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.systemd.unit.UnitFile;
import org.upstart4j.systemd.unit.UnitLine.Assignment;

/**
 * What a unit sets, in its order. What is not for systemd, in sections that begin with {@code X-},
 * is left out.
 *
 * @param values what each setting is set to, after the last reset
 */
record UnitSettings(Map<Setting, List<String>> values) {

  /**
   * A setting.
   *
   * @param section its section
   * @param key its name
   */
  record Setting(String section, String key) {

    @Override
    public String toString() {
      return "[" + section + "] " + key + "=";
    }
  }

  static UnitSettings of(UnitFile unit) {
    Map<Setting, List<String>> values = new LinkedHashMap<>();
    unit.assignments()
        .filter(assignment -> !assignment.section().startsWith("X-"))
        .map(UnitSettings::setting)
        .distinct()
        .forEach(one -> values.put(one, unit.values(one.section(), one.key())));
    values.values().removeIf(List::isEmpty);
    return new UnitSettings(values);
  }

  private static Setting setting(Assignment assignment) {
    return new Setting(assignment.section(), assignment.key());
  }

  /** What a setting is set to; nothing if it is not set. */
  List<String> values(Setting setting) {
    return values.getOrDefault(setting, List.of());
  }
}
