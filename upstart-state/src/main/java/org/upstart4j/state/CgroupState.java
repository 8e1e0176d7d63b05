package org.upstart4j.state;

import java.util.List;
import java.util.Optional;

/**
 * The cgroups of a job under one controller.
 *
 * @param controller the controller, for example {@code memory}
 * @param groups the groups
 */
public record CgroupState(String controller, List<Group> groups) {

  /**
   * Makes the cgroups of a controller.
   *
   * @param controller the controller
   * @param groups the groups
   */
  public CgroupState {
    groups = List.copyOf(groups);
  }

  static CgroupState read(StateNode cgroup) {
    return new CgroupState(
        cgroup.get("controller").textOrEmpty(), cgroup.get("names").list(Group::read));
  }

  StateObject write() {
    return new StateObject()
        .text("controller", controller)
        .objects("names", groups.stream().map(Group::write).toList());
  }

  /**
   * A cgroup.
   *
   * @param name its name as the job file has it
   * @param expanded its name with the variables of an instance, if there is one
   * @param settings what is set in it
   */
  public record Group(String name, Optional<String> expanded, List<Setting> settings) {

    /**
     * Makes a cgroup.
     *
     * @param name its name as the job file has it
     * @param expanded its name with the variables of an instance
     * @param settings what is set in it
     */
    public Group {
      settings = List.copyOf(settings);
    }

    private static Group read(StateNode group) {
      return new Group(
          group.get("name").textOrEmpty(),
          group.get("expanded").text(),
          group.get("settings").list(Setting::read));
    }

    private StateObject write() {
      return new StateObject()
          .text("name", name)
          .text("expanded", expanded)
          .objects("settings", settings.stream().map(Setting::write).toList());
    }
  }

  /**
   * A setting of a cgroup.
   *
   * @param key the key without the controller, for example {@code limit_in_bytes}
   * @param value the value
   */
  public record Setting(String key, String value) {

    private static Setting read(StateNode setting) {
      return new Setting(setting.get("key").textOrEmpty(), setting.get("value").textOrEmpty());
    }

    private StateObject write() {
      return new StateObject().text("key", key).text("value", value);
    }
  }
}
