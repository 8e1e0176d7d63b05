package org.upstart4j.picture.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.finding.Finding;

/** Makes the nodes of jobs, with what is known about them. */
final class JobNodes {

  private static final List<String> ENDINGS = List.of(".conf", ".override");

  private final Map<String, List<JobStatus>> statuses = new HashMap<>();
  private final Map<String, List<Finding>> findings = new HashMap<>();

  JobNodes(Collection<Finding> findings, Collection<JobStatus> statuses) {
    for (JobStatus status : statuses) {
      this.statuses.computeIfAbsent(status.job(), job -> new ArrayList<>()).add(status);
    }
    for (Finding finding : findings) {
      this.findings.computeIfAbsent(job(finding), job -> new ArrayList<>()).add(finding);
    }
  }

  private static String job(Finding finding) {
    String file = finding.file();
    return ENDINGS.stream()
        .filter(file::endsWith)
        .map(ending -> file.substring(0, file.length() - ending.length()))
        .findFirst()
        .orElse(file);
  }

  JobNode node(GraphJob job) {
    return node(job.name(), true, job.source());
  }

  /** A job that is named only; an Upstart may have it even if the folder does not. */
  JobNode stranger(String job) {
    return node(job, statuses.containsKey(job), List.of());
  }

  private JobNode node(String job, boolean isKnown, List<SourceLine> source) {
    return new JobNode(
        JobNode.idOf(job),
        job,
        isKnown,
        statuses.getOrDefault(job, List.of()),
        findings.getOrDefault(job, List.of()),
        source);
  }
}
