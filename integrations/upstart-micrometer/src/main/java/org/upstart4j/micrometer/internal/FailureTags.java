package org.upstart4j.micrometer.internal;

import io.micrometer.core.instrument.Tags;
import java.util.Optional;
import org.upstart4j.ExitStatus;
import org.upstart4j.JobFailure;
import org.upstart4j.ProcessType;
import org.upstart4j.State;

/** Says which process failed and why, in a few words: seven and five there are. */
final class FailureTags {

  private FailureTags() {}

  /** The tags of a failure in a state. */
  static Tags of(State state, ExitStatus status) {
    Optional<JobFailure> failure = JobFailure.in(state, status);
    if (failure.isEmpty()) {
      return tags("unknown", cause(status));
    } else if (failure.get() instanceof JobFailure.Ended ended) {
      return tags(ended.process().text(), cause(ended.status()));
    } else if (failure.get() instanceof JobFailure.NotRun notRun) {
      return tags(notRun.process().text(), cause(ExitStatus.NOT_RUN));
    }
    return tags(ProcessType.MAIN.text(), "respawn-limit");
  }

  private static Tags tags(String process, String cause) {
    return Tags.of("process", process, "cause", cause);
  }

  private static String cause(ExitStatus status) {
    if (status instanceof ExitStatus.Killed) {
      return "signal";
    }
    return status.equals(ExitStatus.NOT_RUN) ? "not-run" : "exit";
  }
}
