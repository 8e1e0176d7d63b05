package org.upstart4j.cli.prove.probe;

import org.upstart4j.ProcessType;

/**
 * What stands for one process of a job.
 *
 * @param job the job's name
 * @param process which of its processes
 */
public record Probe(String job, ProcessType process) {

  /**
   * Names the main process of a job.
   *
   * @param job the job's name
   * @return its probe
   */
  public static Probe main(String job) {
    return new Probe(job, ProcessType.MAIN);
  }

  @Override
  public String toString() {
    return job + " " + process;
  }
}
