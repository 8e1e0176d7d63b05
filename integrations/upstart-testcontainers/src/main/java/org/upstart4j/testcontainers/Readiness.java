package org.upstart4j.testcontainers;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.testcontainers.containers.ContainerLaunchException;
import org.upstart4j.Deadline;
import org.upstart4j.JobStatus;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Verdict;

/**
 * Waits until an Upstart is as far as a test needs it, and tells why if it does not get there.
 *
 * @param upstart the Upstart
 * @param jobs the job files that it was given
 * @param surroundings what else can be seen
 */
record Readiness(Upstart upstart, JobFolder jobs, Surroundings surroundings) {

  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Waits until Upstart answers, and knows every job that it was given. */
  void answers(Deadline deadline) {
    String reason = whyNoAnswer();
    while (!reason.isEmpty()) {
      requireContainer();
      try {
        deadline.sleep(PAUSE, "Upstart to answer");
      } catch (UpstartTimeoutException late) {
        throw new ContainerLaunchException(
            late.getMessage()
                + ": "
                + reason
                + LaunchFailures.printed("container", surroundings.output()),
            late);
      }
      reason = whyNoAnswer();
    }
    jobs.jobs().forEach(this::requireKnown);
  }

  private String whyNoAnswer() {
    try {
      upstart.version();
      return "";
    } catch (UpstartException notYet) {
      return String.valueOf(notYet.getMessage());
    }
  }

  private void requireContainer() {
    if (!surroundings.isRunning()) {
      throw LaunchFailures.ended(surroundings.output(), null);
    }
  }

  private void requireKnown(String job) {
    if (upstart.findJob(job).isEmpty()) {
      throw new JobRejectedException(
          job, "Upstart " + upstart.version() + " does not know the job " + job + whyRejected(job));
    }
  }

  private String whyRejected(String job) {
    JobFile file = jobs.conf(job).orElse(JobFile.parse(""));
    return JobDefinition.verdict(job, file) instanceof Verdict.Rejected rejected
        ? ":\n" + rejected.problem().render(job + ".conf")
        : ", although 1.13.2 accepts its file"
            + LaunchFailures.printed("container", surroundings.output());
  }

  /** Waits until an instance of a job runs. */
  void runs(String job, Deadline deadline) {
    if (upstart.findJob(job).isEmpty()) {
      throw new JobRejectedException(
          job,
          "There is no job "
              + job
              + " to wait for; Upstart knows "
              + upstart.jobs().stream().map(known -> known.name()).toList());
    }
    List<JobStatus> statuses = statuses(job);
    while (statuses.stream().noneMatch(JobStatus::isRunning)) {
      requireContainer();
      try {
        deadline.sleep(PAUSE, job + " to run");
      } catch (UpstartTimeoutException late) {
        throw new JobNotRunningException(
            job, statuses, late.getMessage() + "; " + story(job, statuses));
      }
      statuses = statuses(job);
    }
  }

  private List<JobStatus> statuses(String job) {
    return upstart.statuses().stream().filter(status -> status.job().equals(job)).toList();
  }

  private String story(String job, List<JobStatus> statuses) {
    String states = statuses.stream().map(JobStatus::toString).collect(Collectors.joining(", "));
    return "instead: "
        + states
        + whatStartsIt(job)
        + LaunchFailures.printed("job", surroundings.log(job));
  }

  private String whatStartsIt(String job) {
    return jobs.conf(job)
        .map(file -> JobDefinition.verdict(job, file))
        .flatMap(Verdict::registered)
        .map(
            definition ->
                definition
                    .startOn()
                    .map(condition -> "; it starts on " + condition)
                    .orElse("; no event starts it"))
        .orElse("");
  }
}
