package org.upstart4j.cli.watch;

import java.util.List;
import org.upstart4j.JobStatus;
import org.upstart4j.event.Glob;

/**
 * Which jobs are listed.
 *
 * @param jobs patterns of their names; all if there is none
 * @param running whether only those that run, are on their way, or have failed
 */
public record Choice(List<String> jobs, boolean running) {

  /** Makes a choice. */
  public Choice {
    jobs = List.copyOf(jobs);
  }

  /** Whether a job's name is wanted. */
  boolean wants(String job) {
    return jobs.isEmpty() || jobs.stream().anyMatch(pattern -> Glob.matches(pattern, job));
  }

  /** Whether an instance is wanted, which nobody has heard fail. */
  public boolean wants(JobStatus status) {
    return wants(status.job()) && (!running || Standing.of(status, false) != Standing.STOPPED);
  }

  boolean wants(String job, Standing standing) {
    return wants(job) && (!running || standing != Standing.STOPPED);
  }
}
