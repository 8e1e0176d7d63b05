package org.upstart4j.picture.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.picture.graph.Graphs.builder;
import static org.upstart4j.picture.graph.Graphs.edges;
import static org.upstart4j.picture.graph.Graphs.graph;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.picture.graph.JobGraph;

class HubsTest {

  @Test
  void anEventThatManyWaitForHasANodeWithThoseWhoEmitIt() {
    JobGraph graph = graph(waiting(9));
    assertThat(edges(graph)).contains("rc -emits-> 'runlevel 4'");
    List<String> edges = edges(Hubs.apart(graph));
    assertThat(edges)
        .contains(
            "rc -emits-> shared 'runlevel'",
            "telinit -emits-> shared 'runlevel'",
            "rc -emits-> 'ready'",
            "'runlevel 4' -event-> job-4")
        .doesNotContain("rc -emits-> 'runlevel 4'");
    assertThat(edges).hasSize(9 + 1 + 3);
  }

  @Test
  void linesToAFewHideNothing() {
    JobGraph graph = graph(waiting(8));
    assertThat(Hubs.apart(graph)).isEqualTo(graph);
  }

  @Test
  void aSharedEventIsNoHub() {
    JobGraph graph = builder(waiting(20)).sharedEvents().build();
    assertThat(Hubs.apart(graph)).isEqualTo(graph);
  }

  @Test
  void aPartMayHaveNoHub() {
    JobGraph graph = graph(waiting(20));
    assertThat(edges(Hubs.apart(graph.around("job-3", 1)))).contains("rc -emits-> 'runlevel 3'");
  }

  /** So many jobs that wait for an event, and two that emit it. */
  private static String[] waiting(int jobs) {
    List<String> files =
        new ArrayList<>(
            List.of("rc.conf", "emits runlevel ready", "telinit.conf", "emits runlevel"));
    for (int i = 0; i < jobs; i++) {
      files.addAll(List.of("job-" + i + ".conf", "start on runlevel " + i));
    }
    files.addAll(List.of("last.conf", "start on ready"));
    return files.toArray(String[]::new);
  }
}
