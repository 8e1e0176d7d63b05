package org.upstart4j.analysis.reason;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.state.JobState;
import org.upstart4j.state.UpstartState;

/** What a state alone tells. */
record StateAlone(UpstartState told) implements Knowledge {

  @Override
  public Target target() {
    return Target.of(UpstartVersion.NEWEST);
  }

  @Override
  public Optional<UpstartState> state() {
    return Optional.of(told);
  }

  /** How the instances of a job stand; a job without any is stopped. */
  static Stream<JobStatus> statuses(JobState job) {
    return job.instances().isEmpty()
        ? Stream.of(JobStatus.notRunning(job.name()))
        : job.instances().stream().map(instance -> instance.status(job.name()));
  }

  @Override
  public List<KnownFolder> folders() {
    return List.of();
  }
}
