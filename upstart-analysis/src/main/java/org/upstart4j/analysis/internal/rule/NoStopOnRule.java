package org.upstart4j.analysis.internal.rule;

import org.upstart4j.ProcessType;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;

/** A service without stop on. */
final class NoStopOnRule implements JobRule {

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    boolean isService = !job.isTask() && job.process(ProcessType.MAIN).isPresent();
    if (isService && job.stopOn().isEmpty()) {
      job.startOn()
          .ifPresent(
              startOn ->
                  report.add(
                      startOn,
                      "The service \"%s\" has no \"stop on\"".formatted(job.name()),
                      "At shutdown it is killed with all that is left, without its pre-stop and"
                          + " post-stop. Write when it stops, for example"
                          + " \"stop on runlevel [!2345]\"."));
    }
  }
}
