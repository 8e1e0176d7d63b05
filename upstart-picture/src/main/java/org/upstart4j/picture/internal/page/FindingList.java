package org.upstart4j.picture.internal.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobNode;

/** What is wrong with the jobs of a graph, the worst first: for print, and without a script. */
final class FindingList {

  private static final Comparator<Map.Entry<Finding, String>> WORST_FIRST =
      Comparator.comparing(
              (Map.Entry<Finding, String> entry) -> entry.getKey().severity(),
              Comparator.reverseOrder())
          .thenComparing(entry -> entry.getKey().file())
          .thenComparing(entry -> entry.getKey().span().start());

  private FindingList() {}

  static String of(Optional<JobGraph> graph) {
    List<Map.Entry<Finding, String>> found =
        graph.stream()
            .flatMap(all -> all.nodes().stream())
            .filter(JobNode.class::isInstance)
            .map(JobNode.class::cast)
            .flatMap(job -> job.findings().stream().map(finding -> Map.entry(finding, job.job())))
            .sorted(WORST_FIRST)
            .toList();
    return found.isEmpty()
        ? ""
        : found.stream()
            .map(FindingList::item)
            .collect(
                Collectors.joining(
                    "",
                    "<section class=\"findings\">\n<h2>Findings</h2>\n<ul>\n",
                    "</ul>\n</section>\n"));
  }

  private static String item(Map.Entry<Finding, String> entry) {
    Finding finding = entry.getKey();
    return "<li class=\"%s\" data-job=\"%s\"><code>%s:%s</code> %s: %s <small>%s</small></li>\n"
        .formatted(
            finding.severity(),
            Html.escape(entry.getValue()),
            Html.escape(finding.file()),
            finding.span(),
            finding.severity(),
            Html.escape(finding.message()),
            Html.escape(finding.reason()));
  }
}
