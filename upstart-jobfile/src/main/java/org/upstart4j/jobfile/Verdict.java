package org.upstart4j.jobfile;

import java.util.Optional;

/** What Upstart makes of a conf file, or of a conf file and its override file. */
public sealed interface Verdict {

  /**
   * Upstart accepts the files.
   *
   * @param definition the job
   */
  record Accepted(JobDefinition definition) implements Verdict {}

  /**
   * Upstart rejects one of the files.
   *
   * @param problem the first problem
   * @param inOverride whether the override file is the one that is wrong
   * @param partial the job as it was when the override file failed: Upstart keeps it in that state;
   *     nothing if the conf file failed
   * @param overrideAlone what becomes of the override file if the conf file failed: Upstart then
   *     takes it for a job of its own; nothing if there is no override file, or it is not read
   */
  record Rejected(
      Problem problem,
      boolean inOverride,
      Optional<JobDefinition> partial,
      Optional<Verdict> overrideAlone)
      implements Verdict {}

  /**
   * {@return the job that Upstart knows after it has read the files; after a rejection it may be a
   * part of it, or the override file alone}
   */
  default Optional<JobDefinition> registered() {
    if (this instanceof Accepted accepted) {
      return Optional.of(accepted.definition());
    }
    Rejected rejected = (Rejected) this;
    return rejected.partial().or(() -> rejected.overrideAlone().flatMap(Verdict::registered));
  }
}
