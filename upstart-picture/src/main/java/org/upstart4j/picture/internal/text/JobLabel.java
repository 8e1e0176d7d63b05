package org.upstart4j.picture.internal.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.internal.shown.Shown;

/** What a job's box says: its name, how it stands, what is wrong with it. */
final class JobLabel {

  /** So many findings stand in the box; of the others there is the number. */
  private static final int MOST_FINDINGS = 2;

  /** Longer lines make a box wider than its neighbours. */
  private static final int WIDTH = 40;

  private JobLabel() {}

  static List<String> lines(JobNode job) {
    List<String> lines = new ArrayList<>();
    lines.add(Shown.line(job.job()));
    lines.addAll(statuses(job.statuses()));
    if (!job.isKnown()) {
      lines.add("unknown job");
    }
    List<Finding> findings = job.findings();
    findings.stream()
        .limit(MOST_FINDINGS)
        .forEach(finding -> lines.addAll(wrapped(Shown.line(text(finding)))));
    if (findings.size() > MOST_FINDINGS) {
      lines.add("and " + (findings.size() - MOST_FINDINGS) + " more");
    }
    return lines;
  }

  private static String text(Finding finding) {
    return finding.severity() + ", line " + finding.span().line() + ": " + finding.message();
  }

  /** How a job's only instance stands, or how many instances stand how. */
  private static List<String> statuses(List<JobStatus> statuses) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (JobStatus status : statuses) {
      counts.merge(status.goal() + "/" + status.state(), 1, Integer::sum);
    }
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (standing, count) ->
            lines.add(Shown.line(statuses.size() == 1 ? standing : count + " " + standing)));
    return lines;
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + word.length() >= WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
