package org.upstart4j.testkit.contract;

import java.util.List;
import java.util.function.IntConsumer;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobProcess;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UpstartException;
import org.upstart4j.Wait;

/** Ends jobs after a test, whatever state they are in. What goes away meanwhile is no failure. */
public final class JobCleanup {

  private JobCleanup() {}

  /**
   * Tells all instances of a job to stop, without waiting for that.
   *
   * @param job the job
   */
  public static void stop(Job job) {
    instances(job).forEach(JobCleanup::stop);
  }

  private static void stop(Instance instance) {
    try {
      instance.stop(Wait.NO_WAIT);
    } catch (UpstartException stops) {
      // or it is gone
    }
  }

  /**
   * Kills all processes of a job.
   *
   * @param job the job
   * @param kill kills the process of an id
   * @return whether the job had no instances left
   */
  public static boolean kill(Job job, IntConsumer kill) {
    List<Instance> instances = instances(job);
    for (Instance instance : instances) {
      processes(instance).forEach(process -> kill.accept(process.pid()));
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
