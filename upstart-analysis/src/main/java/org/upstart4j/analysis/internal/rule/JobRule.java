package org.upstart4j.analysis.internal.rule;

import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;

/** A rule that looks at one job after the other. */
interface JobRule extends RuleCheck {

  /** Looks at a job. */
  void check(CheckedJob job, Folder folder, Report report);

  @Override
  default void check(Folder folder, Report report) {
    for (CheckedJob job : folder.jobs()) {
      check(job, folder, report);
    }
  }
}
