package org.upstart4j.testkit.contract;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobProcess;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;

/** What tests ask of jobs. */
final class Jobs {

  private Jobs() {}

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
      jobs.forEach(job -> instances(job).forEach(Jobs::stop));
      for (Job job : jobs) {
        Eventually.is(() -> hasEnded(fixture, job), "all instances of " + job);
      }
    } catch (UpstartUnavailableException closed) {
      // then nothing of it runs
    }
  }

  private static void stop(Instance instance) {
    try {
      instance.stop(Wait.NO_WAIT);
    } catch (UpstartException stops) {
      // or it has gone
    }
  }

  private static boolean hasEnded(UpstartFixture fixture, Job job) {
    List<Instance> instances = instances(job);
    for (Instance instance : instances) {
      processes(instance).forEach(process -> fixture.signal(process.pid(), Signal.KILL));
    }
    return instances.isEmpty();
  }

  private static List<Instance> instances(Job job) {
    try {
      return job.instances();
    } catch (UnknownJobException gone) {
      return List.of();
    }
  }

  private static List<JobProcess> processes(Instance instance) {
    try {
      return instance.processes();
    } catch (UnknownInstanceException | UnknownJobException gone) {
      return List.of();
    }
  }
}
