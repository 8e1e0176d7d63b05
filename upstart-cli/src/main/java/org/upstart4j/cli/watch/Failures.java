package org.upstart4j.cli.watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.upstart4j.Capability;
import org.upstart4j.ExitStatus;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.Upstart;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;
import org.upstart4j.state.UpstartState;

/** Which instances have failed and not started again since, as far as that is known. */
final class Failures {

  private final Map<InstanceName, String> failed = new ConcurrentHashMap<>();

  /** Those that an Upstart tells in its state, if it does, and to this user. */
  static Failures of(Upstart upstart) {
    Failures failures = new Failures();
    if (upstart.capabilities().contains(Capability.STATE_DUMP)) {
      try {
        UpstartState.of(upstart).jobs().forEach(failures::read);
      } catch (PermissionDeniedException notForThisUser) {
        // what fails from now on is heard
      }
    }
    return failures;
  }

  private void read(JobState job) {
    for (InstanceState instance : job.instances()) {
      instance
          .failure()
          .ifPresent(failure -> failed(job.name(), instance.name(), failure.exitStatus()));
    }
  }

  void failed(String job, String instance, ExitStatus status) {
    failed.put(new InstanceName(job, instance), describe(status));
  }

  void started(String job, String instance) {
    failed.remove(new InstanceName(job, instance));
  }

  /** All of them, each with what happened. */
  Map<InstanceName, String> all() {
    return Map.copyOf(failed);
  }

  /** How it has failed, as the end of a sentence. */
  static String describe(ExitStatus status) {
    return status.equals(ExitStatus.SUCCESS) ? "respawned too fast" : status.toString();
  }
}
