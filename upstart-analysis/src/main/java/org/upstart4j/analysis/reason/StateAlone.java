package org.upstart4j.analysis.reason;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.spi.LoggedMessage;
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

  @Override
  public List<JobStatus> statuses() {
    return told.jobs().stream().flatMap(StateAlone::statuses).toList();
  }

  private static Stream<JobStatus> statuses(JobState job) {
    return job.instances().isEmpty()
        ? Stream.of(JobStatus.notRunning(job.name()))
        : job.instances().stream().map(instance -> instance.status(job.name()));
  }

  @Override
  public List<KnownFolder> folders() {
    return List.of();
  }

  @Override
  public boolean seesProcesses() {
    return false;
  }

  @Override
  public Optional<SeenProcess> process(int pid) {
    return Optional.empty();
  }

  @Override
  public Optional<Evidence.InLog> log(String job, String instance) {
    return Optional.empty();
  }

  @Override
  public List<LoggedMessage> messages() {
    return List.of();
  }

  @Override
  public Optional<Duration> age() {
    return Optional.empty();
  }

  @Override
  public Optional<Long> steadySeconds() {
    return Optional.empty();
  }

  @Override
  public List<NotKnown> gaps() {
    return List.of();
  }
}
