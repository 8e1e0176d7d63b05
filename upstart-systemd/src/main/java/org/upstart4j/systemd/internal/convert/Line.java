package org.upstart4j.systemd.internal.convert;

/**
 * A name to add to a setting that lists names, or a command to add.
 *
 * @param draft the unit that says it
 * @param section the section
 * @param key the setting
 * @param name the name, or the command
 */
record Line(Draft draft, String section, String key, String name) {

  static Line unit(Draft draft, String key, String name) {
    return new Line(draft, Draft.UNIT, key, name);
  }

  static Line install(Draft draft, String target) {
    return new Line(draft, Draft.INSTALL, "WantedBy", target);
  }

  /**
   * Adds it.
   *
   * @param home the unit that is spoken of; what another one says comes with that one's name
   * @return the setting as it is written
   */
  String write(Draft home) {
    String written = key.startsWith("Exec") ? once() : draft.join(section, key, name);
    return draft == home ? written : draft.name() + ": " + written;
  }

  /** Whether it names the unit of a job as a whole: a template without an instance cannot start. */
  boolean starts(JobUnit job) {
    boolean isOwn = draft == job.draft() && section.equals(Draft.INSTALL);
    return isOwn || (" " + name + " ").contains(" " + job.draft().name() + " ");
  }

  private String once() {
    Draft.Setting setting = new Draft.Setting(key, name);
    return draft.settings(section).contains(setting)
        ? setting.toString()
        : draft.add(section, key, name);
  }
}
