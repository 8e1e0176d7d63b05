package org.upstart4j.cli.watch;

import org.upstart4j.JobStatus;

/**
 * Which instance.
 *
 * @param job its job's name
 * @param instance its own name
 */
record InstanceName(String job, String instance) {

  static InstanceName of(JobStatus status) {
    return new InstanceName(status.job(), status.instance());
  }
}
