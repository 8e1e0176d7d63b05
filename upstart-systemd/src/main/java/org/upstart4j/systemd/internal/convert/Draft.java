package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.upstart4j.systemd.unit.UnitFile;
import org.upstart4j.systemd.unit.UnitFileBuilder;

/** A unit in the making. Sections come out in the usual order, settings in the order added. */
final class Draft {

  static final String UNIT = "Unit";
  static final String SERVICE = "Service";
  static final String INSTALL = "Install";

  private static final List<String> ORDER = List.of(UNIT, SERVICE, INSTALL, "X-Upstart");

  private final String name;
  private final Map<String, List<Setting>> sections = new LinkedHashMap<>();
  private final Map<String, String> comments = new HashMap<>();

  /** A line of a section. */
  record Setting(String key, String value) {

    @Override
    public String toString() {
      return key + "=" + value;
    }
  }

  Draft(String name) {
    this.name = name;
    ORDER.forEach(section -> sections.put(section, new ArrayList<>()));
  }

  /** The unit's name. */
  String name() {
    return name;
  }

  /** Adds a setting, and returns it as it is written. */
  String add(String section, String key, String value) {
    Setting setting = new Setting(key, value);
    sections.computeIfAbsent(section, other -> new ArrayList<>()).add(setting);
    return setting.toString();
  }

  /**
   * Adds names to a setting that lists names, each at most once.
   *
   * @return the setting with these names alone
   */
  String join(String section, String key, String... names) {
    List<Setting> settings = sections.computeIfAbsent(section, other -> new ArrayList<>());
    int at = 0;
    while (at < settings.size() && !settings.get(at).key().equals(key)) {
      at++;
    }
    if (at == settings.size()) {
      settings.add(new Setting(key, ""));
    }
    List<String> all = new ArrayList<>(names(settings.get(at).value()));
    Arrays.stream(names).filter(other -> !all.contains(other)).forEach(all::add);
    settings.set(at, new Setting(key, String.join(" ", all)));
    return key + "=" + String.join(" ", names);
  }

  /** The names that a setting lists; none if it is not there. */
  List<String> names(String section, String key) {
    return sections.getOrDefault(section, List.of()).stream()
        .filter(setting -> setting.key().equals(key))
        .flatMap(setting -> names(setting.value()).stream())
        .toList();
  }

  private static List<String> names(String value) {
    return value.isEmpty() ? List.of() : List.of(value.split(" "));
  }

  /** Whether a section has a setting. */
  boolean has(String section, String key) {
    return sections.getOrDefault(section, List.of()).stream()
        .anyMatch(setting -> setting.key().equals(key));
  }

  /** The settings of a section, in order. */
  List<Setting> settings(String section) {
    return List.copyOf(sections.getOrDefault(section, List.of()));
  }

  /** The names of the sections, in order. */
  List<String> sections() {
    return List.copyOf(sections.keySet());
  }

  /** Says above a setting what it is for. */
  void explain(String setting, String why) {
    comments.put(setting, why);
  }

  /** The file. */
  UnitFile file(String comment) {
    UnitFileBuilder builder = UnitFile.builder().comment(comment);
    sections.forEach((section, settings) -> write(builder, section, SettingOrder.of(settings)));
    return builder.build();
  }

  private void write(UnitFileBuilder builder, String section, List<Setting> settings) {
    Set<String> written = new HashSet<>();
    for (Setting setting : settings) {
      if (written.add(setting.key())) {
        explanations(settings, setting.key()).forEach(builder::comment);
      }
      builder.add(section, setting.key(), setting.value());
    }
  }

  /** What settings of a key are for; it stands above the first of them. */
  private List<String> explanations(List<Setting> settings, String key) {
    return settings.stream()
        .filter(setting -> setting.key().equals(key))
        .map(setting -> comments.get(setting.toString()))
        .filter(Objects::nonNull)
        .toList();
  }
}
