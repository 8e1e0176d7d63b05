package org.upstart4j.picture.graph;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Graphs of job files that are written in the test, and what is in them. */
public final class Graphs {

  /** The newest Upstart. */
  public static final Target NEWEST = Target.of(UpstartVersion.NEWEST);

  /**
   * Names that mean something to a language of graphs, to HTML or to a terminal, or are hard to
   * write.
   */
  public static final List<String> NASTY =
      List.of(
          "<img onerror=x>",
          "<b>bold</b>",
          "a\"b",
          "a\\",
          "\\N\\G",
          "&lt;&amp;&#33;",
          "a\\nb",
          "a\u001b[31mred",
          "\udc80",
          "\u202eright",
          "größe-日本-𝄞",
          "x".repeat(200),
          "a -> b; }",
          "node",
          "end",
          "style:#f;",
          "%%{init: {}}%%",
          "1. first",
          "- first",
          "# first",
          "fa:fa-car",
          "`*code*`",
          "$$x^2$$",
          "__under__ **star**",
          "http://example.org");

  private Graphs() {}

  /** A job with errors in its file that runs all the same. */
  public static JobGraph runningThoughWrong() {
    JobFolder files = folder("web.conf", "start on started lgo\nexpect nothing\n");
    return JobGraphBuilder.of(files, NEWEST)
        .findings(Check.of(NEWEST).check(files))
        .statuses(List.of(new JobStatus("web", "", Goal.START, State.RUNNING, List.of())))
        .build();
  }

  /** A folder: a file's name, its text, and so on. */
  public static JobFolder folder(String... namesAndTexts) {
    Map<String, JobFile> files = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], JobFile.parse(namesAndTexts[i + 1]));
    }
    return JobFolder.of(files);
  }

  /** The graph of a folder, with nothing asked for. */
  public static JobGraph graph(String... namesAndTexts) {
    return builder(namesAndTexts).build();
  }

  /** Makes the graph of a folder. */
  public static JobGraphBuilder builder(String... namesAndTexts) {
    return JobGraphBuilder.of(folder(namesAndTexts), NEWEST);
  }

  /** Each name as a job's, as an event's, as a variable's value, and as what a job emits. */
  public static JobGraph nasty() {
    Map<String, JobFile> files = new TreeMap<>();
    files.put("a\nb.conf", JobFile.parse("")); // no stanza can name it
    for (String name : NASTY) {
      EventExpression condition =
          EventExpression.any(
              EventMatch.of("started", name),
              EventMatch.of(name),
              EventMatch.of("up", "X=" + name));
      files.put(name + ".conf", JobFile.builder().startOn(condition).emits(name).build());
    }
    return JobGraphBuilder.of(JobFolder.of(files), NEWEST).build();
  }

  /** Each edge as text: {@code start:web:1 -condition-> job:web}. */
  public static List<String> edges(JobGraph graph) {
    return graph.edges().stream()
        .map(
            edge ->
                name(graph, edge.from())
                    + (edge.stops() ? " -stop " : " -")
                    + edge.kind().name().toLowerCase(Locale.ROOT)
                    + (edge.text().isEmpty() ? "" : " " + edge.text())
                    + "-> "
                    + name(graph, edge.to()))
        .toList();
  }

  /** The ids of a graph's nodes. */
  public static List<String> ids(JobGraph graph) {
    return graph.nodes().stream().map(Node::id).toList();
  }

  private static String name(JobGraph graph, String id) {
    Node node =
        graph.nodes().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    if (node instanceof JobNode job) {
      return job.job();
    } else if (node instanceof EventNode event) {
      return (event.isShared() ? "shared " : "") + "'" + event.text() + "'";
    }
    return ((JointNode) node).operator() + id.substring(id.lastIndexOf(':') + 1);
  }
}
