package org.upstart4j.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;
import org.upstart4j.embedded.internal.job.Jobs;
import org.upstart4j.embedded.internal.job.LiveInstance;
import org.upstart4j.embedded.internal.job.LiveJob;

/**
 * The instances that have failed, and have neither run nor stopped well since. Everything happens
 * on the engine's thread.
 */
final class FailedJobs implements UpstartListener {

  /** So that jobs with ever new instances do not fill the memory. */
  private static final int MOST = 1_000;

  private final Jobs jobs;
  private final Map<Name, String> failures = new LinkedHashMap<>();

  private record Name(String job, String instance) {}

  FailedJobs(Jobs jobs) {
    this.jobs = jobs;
  }

  /** Says how each has failed, by its label; those whose job has gone are left out. */
  Map<String, String> byLabel() {
    Map<String, String> texts = new TreeMap<>();
    failures.forEach(
        (name, failure) -> {
          if (jobs.get(name.job) != null) {
            texts.put(JobStatus.label(name.job, name.instance), failure);
          }
        });
    return texts;
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    LiveInstance failing = find(job, instance);
    if (failing != null) {
      failures.put(new Name(job, instance), failing.failure().toString());
      if (failures.size() > MOST) {
        failures.remove(failures.keySet().iterator().next());
      }
    }
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    if (!failures.isEmpty() && (state.equals(State.RUNNING) || isWell(job, instance, state))) {
      failures.remove(new Name(job, instance));
    }
  }

  private boolean isWell(String job, String instance, State state) {
    LiveInstance stopping = state.equals(State.WAITING) ? find(job, instance) : null;
    return stopping != null && !stopping.hasFailed();
  }

  private @Nullable LiveInstance find(String job, String instance) {
    LiveJob known = jobs.get(job);
    return known == null ? null : known.instances().get(instance);
  }
}
