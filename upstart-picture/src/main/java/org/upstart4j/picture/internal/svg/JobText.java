package org.upstart4j.picture.internal.svg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.internal.shown.Shown;

/**
 * What is written into a job's box.
 *
 * @param rows its name, how it stands, and where edges that stop it come in
 * @param findings what is wrong with it
 * @param kinds its classes after {@code job}, each with a space before it
 * @param said its name and how it stands, in one line
 * @param hover the same, with all of what is wrong
 */
record JobText(List<Row> rows, List<Label> findings, String kinds, String said, String hover) {

  private static final double NAME = 13;
  private static final double SMALL = 11;
  private static final int LEAST_COLUMNS = 34;
  private static final int FINDINGS = 2;
  private static final int LINES = 3;

  /** A line of text. */
  record Row(String kind, Label label, double size) {

    double width() {
      return label.width(size);
    }
  }

  static JobText of(JobNode job, boolean isOutside, boolean isStopped, double besides) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("name", Label.of(job.job(), 40), NAME));
    String standing = standing(job);
    if (!standing.isEmpty()) {
      rows.add(new Row("standing", Label.of(standing, 40), SMALL));
    }
    if (isOutside) {
      rows.add(new Row("standing", Label.of("in another group", 40), SMALL));
    }
    if (isStopped) {
      rows.add(new Row("use", Label.of("stop on", 7), SMALL));
    }
    double left = rows.stream().mapToDouble(Row::width).max().orElse(0);
    int columns = Math.max(LEAST_COLUMNS, (int) ((left + besides) / Label.width(1, SMALL)));
    String said = Shown.line(job.job()) + (standing.isEmpty() ? "" : ", " + standing);
    List<Label> findings = isOutside ? List.of() : findings(job, columns);
    String kinds = kinds(job) + (isOutside ? " outside" : "");
    return new JobText(rows, findings, kinds, said, hover(job, said));
  }

  double left() {
    return rows.stream().mapToDouble(Row::width).max().orElse(0);
  }

  double below() {
    return findings.stream().mapToDouble(line -> line.width(SMALL)).max().orElse(0);
  }

  private static String standing(JobNode job) {
    if (!job.isKnown()) {
      return "unknown job";
    }
    if (job.statuses().size() == 1) {
      JobStatus status = job.statuses().get(0);
      return status.goal() + "/" + status.state();
    }
    return job.statuses().stream()
        .collect(Collectors.groupingBy(JobText::word, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String word(JobStatus status) {
    return status.goal() + "/" + status.state();
  }

  private static String kinds(JobNode job) {
    return job.standing().map(standing -> " " + standing.name().toLowerCase(Locale.ROOT)).orElse("")
        + (job.isKnown() ? "" : " unknown")
        + (job.findings().isEmpty() ? "" : " finding");
  }

  private static List<Label> findings(JobNode job, int columns) {
    List<Finding> worstFirst = worstFirst(job);
    List<Label> lines = new ArrayList<>();
    for (Finding finding : worstFirst.subList(0, Math.min(FINDINGS, worstFirst.size()))) {
      lines.addAll(Label.wrap(finding.severity() + ": " + finding.message(), columns, LINES));
    }
    if (worstFirst.size() > FINDINGS) {
      lines.add(Label.of("and " + (worstFirst.size() - FINDINGS) + " more", columns));
    }
    return lines;
  }

  private static List<Finding> worstFirst(JobNode job) {
    return job.findings().stream()
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .toList();
  }

  private static String hover(JobNode job, String said) {
    return worstFirst(job).stream()
        .map(finding -> "\n" + finding.severity() + ": " + finding.message())
        .collect(Collectors.joining("", said, ""));
  }
}
