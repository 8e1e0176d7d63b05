package org.upstart4j.analysis.internal.rule;

import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;

/** A task with stop on. */
final class StopOnInTaskRule implements JobRule {

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    if (job.isTask()) {
      job.stopOn()
          .ifPresent(
              stopOn ->
                  report.add(
                      stopOn,
                      "The task \"%s\" has a \"stop on\"".formatted(job.name()),
                      "A task ends by itself; this event only kills it if it is still at work."
                          + " Leave it out, unless the task may be cut short."));
    }
  }
}
