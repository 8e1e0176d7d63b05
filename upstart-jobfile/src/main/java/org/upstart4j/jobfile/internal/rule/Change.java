package org.upstart4j.jobfile.internal.rule;

/** What a stanza changes in a job. */
@FunctionalInterface
public interface Change {

  /** Changes nothing. */
  Change NONE = job -> {};

  /** Changes a job. */
  void apply(SettingsDraft job);
}
