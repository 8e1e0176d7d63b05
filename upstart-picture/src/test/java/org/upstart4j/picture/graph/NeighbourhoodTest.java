package org.upstart4j.picture.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstart4j.picture.graph.Graphs.builder;
import static org.upstart4j.picture.graph.Graphs.edges;
import static org.upstart4j.picture.graph.Graphs.graph;
import static org.upstart4j.picture.graph.Graphs.ids;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {

  private static final String[] CHAIN = {
    "a.conf", "start on startup",
    "b.conf", "start on started a and filesystem",
    "c.conf", "start on started b and started x",
    "d.conf", "start on started c",
    "e.conf", "start on started d",
    "x.conf", "start on started y",
    "y.conf", ""
  };

  @Test
  void noStepIsTheJobAndItsWholeCondition() {
    JobGraph around = graph(CHAIN).around("c", 0);
    assertThat(ids(around)).containsExactly("job:b", "job:c", "job:x", "start:c:1");
    assertThat(edges(around))
        .containsExactly("AND1 -condition-> c", "b -started-> AND1", "x -started-> AND1");
  }

  @Test
  void oneStepGoesBothWays() {
    JobGraph around = graph(CHAIN).around("c", 1);
    assertThat(ids(around))
        .containsExactly(
            "job:a",
            "job:b",
            "job:c",
            "job:d",
            "job:x",
            "job:y",
            "start:b:1",
            "start:b:2",
            "start:c:1");
    assertThat(edges(around))
        .contains("c -started-> d", "'filesystem' -event-> AND1", "y -started-> x")
        .doesNotContain("'startup' -event-> a", "d -started-> e");
  }

  @Test
  void manyStepsAreAllThatIsConnected() {
    JobGraph whole = graph(CHAIN);
    assertThat(whole.around("c", 100)).isEqualTo(whole);
  }

  @Test
  void aStepLeadsToWhatEmitsAnEventAndToWhatWaitsForIt() {
    String[] files = {
      "net.conf", "emits net-up", "web.conf", "start on net-up or x", "log.conf", "start on y"
    };
    assertThat(edges(graph(files).around("net", 0))).isEmpty();
    assertThat(edges(graph(files).around("net", 1)))
        .contains("net -emits-> 'net-up'", "'x' -event-> OR1");
    assertThat(ids(graph(files).around("web", 1))).contains("job:net").doesNotContain("job:log");
  }

  @Test
  void anEventThatIsSharedIsAStep() {
    JobGraph graph =
        builder("a.conf", "start on e", "b.conf", "start on e", "c.conf", "emits e f")
            .sharedEvents()
            .allEvents()
            .build();
    assertThat(ids(graph.around("a", 1))).containsExactly("job:a", "event:e");
    assertThat(ids(graph.around("a", 2))).containsExactly("job:a", "job:b", "job:c", "event:e");
    assertThat(ids(graph.around("a", 3))).contains("event:f");
  }

  @Test
  void whatStopsAJobIsAStep() {
    JobGraph graph =
        builder("a.conf", "stop on stopping b", "b.conf", "stop on stopping c", "c.conf", "")
            .stops()
            .build();
    assertThat(edges(graph.around("a", 1)))
        .containsExactly("b -stop stopping-> a", "c -stop stopping-> b");
  }

  @Test
  void aCircleEnds() {
    JobGraph graph =
        graph("a.conf", "start on stopped b", "b.conf", "start on stopped a or stopped b");
    assertThat(graph.around("a", 1000)).isEqualTo(graph);
  }

  @Test
  void aLongChainOverflowsNothing() {
    List<String> files = new ArrayList<>(List.of("job-00000.conf", ""));
    for (int i = 1; i < 20_000; i++) {
      files.add("job-%05d.conf".formatted(i));
      files.add("start on started job-%05d".formatted(i - 1));
    }
    JobGraph graph = graph(files.toArray(String[]::new));
    assertThat(graph.around("job-10000", 20_000)).isEqualTo(graph);
    assertThat(graph.around("job-10000", 1).nodes()).hasSize(4);
  }

  @Test
  void theJobMustBeThere() {
    JobGraph graph = graph("a.conf", "start on stopped b");
    assertThatThrownBy(() -> graph.around("c", 1)).hasMessageContaining("c");
    assertThatThrownBy(() -> graph.around("a", -1)).hasMessageContaining("-1");
    assertThat(ids(graph.around("b", 0))).containsExactly("job:b");
  }
}
