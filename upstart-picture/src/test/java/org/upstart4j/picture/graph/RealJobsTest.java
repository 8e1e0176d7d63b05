package org.upstart4j.picture.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.picture.graph.Edge.Kind;

/** Graphs of job files from distributions and projects. */
class RealJobsTest {

  @Test
  void everyConditionLeadsToItsJobWithAllItsOperands() throws IOException {
    int drawn = 0;
    for (JobFolder folder : folders()) {
      JobGraph graph = JobGraphBuilder.of(folder, Graphs.NEWEST).stops().allEvents().build();
      for (String name : folder.jobs()) {
        drawn += check(graph, name, conditions(folder, name));
      }
    }
    assertThat(drawn).isGreaterThan(1000);
  }

  private static int check(JobGraph graph, String name, List<EventExpression> conditions) {
    JobGraph own = graph.around(name, 0);
    assertThat(own.edges())
        .filteredOn(edge -> edge.to().equals("job:" + name))
        .as(name)
        .hasSize(conditions.size())
        .allMatch(edge -> edge.source().isPresent());
    long operands = conditions.stream().flatMap(EventExpression::matches).count();
    assertThat(own.edges())
        .filteredOn(edge -> edge.kind() != Kind.EMITS && edge.kind() != Kind.CONDITION)
        .as(name)
        .hasSizeGreaterThanOrEqualTo((int) operands);
    return conditions.size();
  }

  private static List<EventExpression> conditions(JobFolder folder, String name) {
    JobFile conf = folder.conf(name).orElseThrow();
    return folder
        .override(name)
        .map(override -> JobDefinition.verdict(name, conf, override, UpstartVersion.NEWEST))
        .orElseGet(() -> JobDefinition.verdict(name, conf))
        .registered()
        .map(job -> Stream.of(job.startOn(), job.stopOn()).flatMap(Optional::stream).toList())
        .orElse(List.of());
  }

  private static List<JobFolder> folders() throws IOException {
    Path corpus = root().resolveSibling("shared").resolve("corpus/real/files");
    assumeTrue(
        Files.isDirectory(corpus),
        () -> "skipped: this test reads job files from " + corpus + ", which is not there");
    List<JobFolder> folders = new ArrayList<>();
    try (Stream<Path> list = Files.list(corpus)) {
      for (Path folder : list.toList()) {
        folders.add(JobDirectory.of(folder).read());
      }
    }
    return folders;
  }

  private static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No folder with mvnw in it at or above " + start);
  }
}
