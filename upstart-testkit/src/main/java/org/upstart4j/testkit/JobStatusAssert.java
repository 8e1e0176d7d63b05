package org.upstart4j.testkit;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;

/** Assertions about the status of a job or an instance. */
public final class JobStatusAssert extends AbstractAssert<JobStatusAssert, JobStatus> {

  JobStatusAssert(JobStatus actual) {
    super(actual, JobStatusAssert.class);
  }

  /**
   * Fails unless it runs.
   *
   * @return this
   */
  public JobStatusAssert isRunning() {
    return is("start/running");
  }

  /**
   * Fails unless it is stopped.
   *
   * @return this
   */
  public JobStatusAssert isStopped() {
    return is("stop/waiting");
  }

  /**
   * Fails unless it has that goal and state.
   *
   * @param status goal and state as {@code initctl status} prints them: {@code start/pre-start}
   * @return this
   */
  public JobStatusAssert is(String status) {
    isNotNull();
    if (!status.equals(actual.goal() + "/" + actual.state())) {
      throw failure("Expected %s, but it is%n  %s", status, actual);
    }
    return this;
  }

  /**
   * Fails unless these processes run, and no others.
   *
   * @param names their names, main first: {@code main}, {@code post-start}
   * @return this
   */
  public JobStatusAssert hasProcesses(String... names) {
    isNotNull();
    List<String> running = actual.processes().stream().map(JobProcess::name).toList();
    if (!running.equals(List.of(names))) {
      throw failure("Expected the processes %s, but it is%n  %s", List.of(names), actual);
    }
    return this;
  }
}
