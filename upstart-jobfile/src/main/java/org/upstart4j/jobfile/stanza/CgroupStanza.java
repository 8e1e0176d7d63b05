package org.upstart4j.jobfile.stanza;

import java.util.Optional;

/**
 * A control group: {@code cgroup CONTROLLER [NAME] [KEY VALUE]}.
 *
 * @param controller the controller, for example {@code memory}
 * @param group the group's name; without one, a group of the job's own
 * @param setting what is set there
 */
public record CgroupStanza(String controller, Optional<String> group, Optional<Setting> setting)
    implements TypedStanza {

  /** The name that stands for the group of the job's own. */
  public static final String OWN_GROUP = "$UPSTART_CGROUP";

  /**
   * A setting of a control group.
   *
   * @param key the key without the controller, for example {@code limit_in_bytes}
   * @param value the value
   */
  public record Setting(String key, String value) {}

  @Override
  public StanzaName name() {
    return StanzaName.CGROUP;
  }

  @Override
  public String slot() {
    return "cgroup "
        + controller
        + " "
        + group.orElse(OWN_GROUP)
        + setting.map(s -> " " + s.key()).orElse("");
  }
}
