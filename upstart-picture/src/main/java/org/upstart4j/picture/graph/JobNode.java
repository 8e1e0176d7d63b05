package org.upstart4j.picture.graph;

import java.util.List;
import java.util.Optional;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.analysis.finding.Finding;

/**
 * A job.
 *
 * @param id its name within the graph
 * @param job the job's name
 * @param isKnown whether the folder, or the Upstart, has it; if not, a condition names it only
 * @param statuses how its instances stand, where that is known; empty if it is not
 * @param findings what is wrong with its files
 * @param source its stanzas that the graph is made of, in the order of the file
 */
public record JobNode(
    String id,
    String job,
    boolean isKnown,
    List<JobStatus> statuses,
    List<Finding> findings,
    List<SourceLine> source)
    implements Node {

  /** How a job stands, what matters most first. */
  public enum Standing {
    /** An instance is on its way: neither running nor stopped. */
    MOVING,
    /** An instance is running. */
    RUNNING,
    /** No instance is there. */
    STOPPED
  }

  /**
   * Makes a job.
   *
   * @param id its name within the graph
   * @param job the job's name
   * @param isKnown whether the folder, or the Upstart, has it
   * @param statuses how its instances stand
   * @param findings what is wrong with its files
   * @param source its stanzas
   */
  public JobNode {
    statuses = List.copyOf(statuses);
    findings = List.copyOf(findings);
    source = List.copyOf(source);
  }

  /** The id of the node of a job. */
  static String idOf(String job) {
    return "job:" + job;
  }

  /** {@return how it stands, by what matters most among its instances; nothing if not known} */
  public Optional<Standing> standing() {
    return statuses.stream().map(JobNode::standing).min(Standing::compareTo);
  }

  private static Standing standing(JobStatus status) {
    if (status.isRunning()) {
      return Standing.RUNNING;
    }
    return status.is(Goal.STOP, State.WAITING) ? Standing.STOPPED : Standing.MOVING;
  }
}
