package org.upstart4j.jobfile;

import java.util.Optional;
import org.upstart4j.jobfile.stanza.AppArmorStanza;
import org.upstart4j.jobfile.stanza.CgroupStanza;
import org.upstart4j.jobfile.stanza.LimitStanza;
import org.upstart4j.jobfile.stanza.LimitValue;
import org.upstart4j.jobfile.stanza.NiceStanza;
import org.upstart4j.jobfile.stanza.OomStanza;
import org.upstart4j.jobfile.stanza.Resource;

/** How much the job's processes may use, and what they may do. A part of {@link JobFileBuilder}. */
public sealed interface LimitStanzas extends BuilderPart permits JobFileBuilder {

  /**
   * Sets the scheduling priority.
   *
   * @param priority -20 to 19
   * @return this builder
   * @throws IllegalArgumentException if it is out of range
   */
  default JobFileBuilder nice(int priority) {
    return set(new NiceStanza(priority));
  }

  /**
   * Sets a resource limit.
   *
   * @param resource what is limited
   * @param soft the limit in force
   * @param hard how far the job may raise it
   * @return this builder
   */
  default JobFileBuilder limit(Resource resource, LimitValue soft, LimitValue hard) {
    return set(new LimitStanza(resource, soft, hard));
  }

  /**
   * Sets a resource limit.
   *
   * @param resource what is limited
   * @param soft the limit in force, 0 or more
   * @param hard how far the job may raise it, 0 or more
   * @return this builder
   * @throws IllegalArgumentException if a limit is negative
   */
  default JobFileBuilder limit(Resource resource, long soft, long hard) {
    return limit(resource, LimitValue.of(soft), LimitValue.of(hard));
  }

  /**
   * Sets how likely the out-of-memory killer takes the job.
   *
   * @param score -1000 (never) to 1000
   * @return this builder
   * @throws IllegalArgumentException if it is out of range
   */
  default JobFileBuilder oomScore(int score) {
    return set(new OomStanza(score));
  }

  /**
   * Sets that the out-of-memory killer never takes the job.
   *
   * @return this builder
   */
  default JobFileBuilder oomNever() {
    return set(OomStanza.NEVER);
  }

  /**
   * Puts the job into a control group of its own.
   *
   * @param controller the controller, for example {@code memory}
   * @return this builder
   */
  default JobFileBuilder cgroup(String controller) {
    return set(new CgroupStanza(controller, Optional.empty(), Optional.empty()));
  }

  /**
   * Puts the job into a control group.
   *
   * @param controller the controller
   * @param group the group's name
   * @return this builder
   */
  default JobFileBuilder cgroup(String controller, String group) {
    return set(new CgroupStanza(controller, Optional.of(group), Optional.empty()));
  }

  /**
   * Puts the job into a control group of its own, and sets something there.
   *
   * @param controller the controller
   * @param key what is set, for example {@code limit_in_bytes}
   * @param value its value
   * @return this builder
   */
  default JobFileBuilder cgroup(String controller, String key, String value) {
    return set(
        new CgroupStanza(
            controller, Optional.empty(), Optional.of(new CgroupStanza.Setting(key, value))));
  }

  /**
   * Puts the job into a control group, and sets something there.
   *
   * @param controller the controller
   * @param group the group's name
   * @param key what is set
   * @param value its value
   * @return this builder
   */
  default JobFileBuilder cgroup(String controller, String group, String key, String value) {
    return set(
        new CgroupStanza(
            controller, Optional.of(group), Optional.of(new CgroupStanza.Setting(key, value))));
  }

  /**
   * Sets the AppArmor profile to load before the job starts.
   *
   * @param path the profile's file
   * @return this builder
   */
  default JobFileBuilder apparmorLoad(String path) {
    return set(new AppArmorStanza(AppArmorStanza.Action.LOAD, path));
  }

  /**
   * Sets the AppArmor profile that the main process runs under.
   *
   * @param profile the profile's name
   * @return this builder
   */
  default JobFileBuilder apparmorSwitch(String profile) {
    return set(new AppArmorStanza(AppArmorStanza.Action.SWITCH, profile));
  }
}
