package org.upstart4j.testkit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.upstart4j.Environment;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Wait;

/**
 * Assertions about a job. Their methods take the variables of its {@code instance} stanza, each
 * {@code NAME=VALUE}. A failure tells what has happened in the test.
 */
public final class JobAssert extends AbstractAssert<JobAssert, Job> {

  JobAssert(Job actual) {
    super(actual, JobAssert.class);
  }

  /**
   * Fails unless the job runs.
   *
   * @param variables say which instance
   * @return this
   */
  public JobAssert isRunning(String... variables) {
    return hasStatus("start/running", variables);
  }

  /**
   * Fails unless the job is stopped and has no processes.
   *
   * @param variables say which instance
   * @return this
   */
  public JobAssert isStopped(String... variables) {
    return hasStatus("stop/waiting", variables);
  }

  /**
   * Fails unless the job has that goal and state.
   *
   * @param status goal and state as {@code initctl status} prints them: {@code start/pre-start}
   * @param variables say which instance
   * @return this
   */
  public JobAssert hasStatus(String status, String... variables) {
    JobStatus now = settled().status(environment(variables));
    if (!status.equals(now.goal() + "/" + now.state())) {
      throw unexpected("to be " + status, now.toString());
    }
    return this;
  }

  /**
   * Fails unless the job has exactly these instances, in any state and order.
   *
   * @param names the instances' names
   * @return this
   */
  public JobAssert hasInstances(String... names) {
    List<String> now = settled().instances().stream().map(Instance::name).sorted().toList();
    List<String> wanted = List.of(names).stream().sorted().toList();
    if (!now.equals(wanted)) {
      throw unexpected("to have the instances " + wanted, now.toString());
    }
    return this;
  }

  /**
   * Waits until the job runs, for tests with real processes.
   *
   * @param time how long to wait at most
   * @param variables say which instance
   * @return this
   */
  public JobAssert runsWithin(Duration time, String... variables) {
    return reaches(Goal.START, State.RUNNING, time, variables);
  }

  /**
   * Waits until the job is stopped, for tests with real processes.
   *
   * @param time how long to wait at most
   * @param variables say which instance
   * @return this
   */
  public JobAssert stopsWithin(Duration time, String... variables) {
    return reaches(Goal.STOP, State.WAITING, time, variables);
  }

  private JobAssert reaches(Goal goal, State state, Duration time, String... variables) {
    Environment environment = environment(variables);
    try {
      settled().await(environment, goal, state, Wait.atMost(time));
      return this;
    } catch (UpstartTimeoutException late) {
      throw unexpected(
          "to reach " + goal + "/" + state + " within " + seconds(time) + " s",
          actual.status(environment).toString());
    }
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.getSeconds())
        .add(BigDecimal.valueOf(time.getNano(), 9))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static Environment environment(String... variables) {
    return Environment.parse(List.of(variables));
  }

  private Job settled() {
    isNotNull();
    run().ifPresent(run -> run.machine().settle());
    return actual;
  }

  private Optional<TestRun> run() {
    return TestRun.of(actual.upstart());
  }

  private AssertionError unexpected(String wanted, String now) {
    String message = "Expected " + actual.name() + " " + wanted + ", but now it is\n  " + now;
    return failure("%s", run().map(run -> Story.with(message, run.history())).orElse(message));
  }
}
