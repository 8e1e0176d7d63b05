package org.upstart4j.cli.prove;

import java.util.List;
import org.upstart4j.cli.prove.trace.Trace;
import org.upstart4j.cli.prove.trace.TraceDifference;

/** Whether the units of a job do what the job does. */
public sealed interface Proof {

  /** {@return the job's name} */
  String job();

  /**
   * They do, in all scenarios.
   *
   * @param job the job's name
   * @param scenarios the names of the scenarios
   */
  record Proved(String job, List<String> scenarios) implements Proof {}

  /**
   * They do something else.
   *
   * @param job the job's name
   * @param scenarios the names of all scenarios that were played
   * @param refuted what differs, for each scenario in which something does
   */
  record Refuted(String job, List<String> scenarios, List<Refutation> refuted) implements Proof {}

  /**
   * Nobody knows: it was not tried.
   *
   * @param job the job's name
   * @param reasons why, each in a sentence
   */
  record NotTried(String job, List<String> reasons) implements Proof {}

  /**
   * A scenario in which the machines did different things.
   *
   * @param scenario its name
   * @param upstart what happened under Upstart
   * @param systemd what happened under systemd
   * @param differences what differs
   */
  record Refutation(
      String scenario, Trace upstart, Trace systemd, List<TraceDifference> differences) {}
}
