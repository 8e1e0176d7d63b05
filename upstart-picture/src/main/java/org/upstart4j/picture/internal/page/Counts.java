package org.upstart4j.picture.internal.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.graph.JobNode.Standing;
import org.upstart4j.picture.timeline.Row;
import org.upstart4j.picture.timeline.Timeline;

/** How many jobs there are, and of what kind. */
final class Counts {

  private Counts() {}

  static String of(Drawn drawn) {
    List<JobNode> jobs = drawn.graph().stream().flatMap(Counts::jobs).toList();
    return item(jobs, "jobs", "job", "jobs", JobNode::isKnown)
        + item(
            jobs, "unknown", "job that is missing", "jobs that are missing", job -> !job.isKnown())
        + item(jobs, "running", "running", "running", job -> stands(job, Standing.RUNNING))
        + item(jobs, "moving", "on the way", "on the way", job -> stands(job, Standing.MOVING))
        + item(jobs, "stopped", "stopped", "stopped", job -> stands(job, Standing.STOPPED))
        + failed(drawn.timeline())
        + findings(jobs);
  }

  private static String failed(Optional<Timeline> timeline) {
    long failed =
        timeline.stream()
            .flatMap(shown -> shown.rows().stream())
            .filter(row -> row.standing() == Row.Standing.FAILED)
            .count();
    return item("failed", "failed", "failed", failed);
  }

  private static Stream<JobNode> jobs(JobGraph graph) {
    return graph.nodes().stream().filter(JobNode.class::isInstance).map(JobNode.class::cast);
  }

  private static boolean stands(JobNode job, Standing standing) {
    return job.standing().filter(standing::equals).isPresent();
  }

  private static String item(
      List<JobNode> jobs, String kind, String one, String many, Predicate<JobNode> counts) {
    return item(kind, one, many, jobs.stream().filter(counts).count());
  }

  private static String findings(List<JobNode> jobs) {
    long findings = jobs.stream().flatMap(job -> job.findings().stream()).distinct().count();
    return item("finding", "finding", "findings", findings);
  }

  private static String item(String kind, String one, String many, long count) {
    return count == 0
        ? ""
        : "<li class=\""
            + kind
            + "\"><b>"
            + count
            + "</b> "
            + (count == 1 ? one : many)
            + "</li>\n";
  }
}
