package org.upstart4j.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Knowledge;
import org.upstart4j.analysis.reason.KnownFolder;
import org.upstart4j.analysis.reason.NotKnown;
import org.upstart4j.analysis.reason.SeenProcess;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.spi.LoggedMessage;
import org.upstart4j.state.JobState;
import org.upstart4j.state.UpstartState;

/**
 * What is known at the end of a simulation, about jobs that never started.
 *
 * @param target the Upstart that the jobs are for
 * @param path what the folder is called
 * @param folder the jobs
 * @param told the state
 */
record CourseKnowledge(Target target, String path, JobFolder folder, UpstartState told)
    implements Knowledge {

  @Override
  public Optional<UpstartState> state() {
    return Optional.of(told);
  }

  @Override
  public List<JobStatus> statuses() {
    return told.jobs().stream().flatMap(CourseKnowledge::statuses).toList();
  }

  private static Stream<JobStatus> statuses(JobState job) {
    return job.instances().isEmpty()
        ? Stream.of(JobStatus.notRunning(job.name()))
        : job.instances().stream().map(instance -> instance.status(job.name()));
  }

  @Override
  public List<KnownFolder> folders() {
    return List.of(new KnownFolder(path, folder, Map.of()));
  }

  /** They are scripted ones. */
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

  /** There are none about a job that never started, and that is known. */
  @Override
  public boolean tellsEachStep() {
    return true;
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
