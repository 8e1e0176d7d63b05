package org.upstart4j.testkit.contract;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.upstart4j.Job;
import org.upstart4j.JobProcess;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;

/** What the contracts ask of jobs. */
final class TrialJobs {

  private TrialJobs() {}

  static boolean isKnown(Upstart upstart, String name) {
    try {
      upstart.job(name);
      return true;
    } catch (UnknownJobException notYet) {
      return false;
    }
  }

  /** Returns the process id of a process of a job's only instance. */
  static int pid(Job job, ProcessType type) {
    return job.status().processes().stream()
        .filter(process -> process.name().equals(type.text()))
        .mapToInt(JobProcess::pid)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No " + type + " process: " + job.status()));
  }

  /** Ends all instances of some jobs, whatever they are at. */
  static void end(UpstartFixture fixture, Set<String> names) {
    try {
      List<Job> jobs =
          names.stream()
              .filter(name -> isKnown(fixture.upstart(), name))
              .map(fixture.upstart()::job)
              .toList();
      jobs.forEach(JobCleanup::stop);
      for (Job job : jobs) {
        Eventually.is(
            () -> JobCleanup.kill(job, pid -> fixture.signal(pid, Signal.KILL)),
            "the end of all instances of " + job);
      }
    } catch (UpstartUnavailableException closed) {
      // then nothing of it runs
    }
  }
}
