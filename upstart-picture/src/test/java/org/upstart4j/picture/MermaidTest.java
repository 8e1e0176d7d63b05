package org.upstart4j.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.picture.graph.Graphs;
import org.upstart4j.picture.graph.JobGraph;

class MermaidTest {

  @Test
  void aGraphIsAFlowchart() {
    JobGraph graph =
        Graphs.builder(
                "db.conf", "emits ready",
                "web.conf", "start on ready and started db\nstop on stopping db")
            .stops()
            .build();
    assertThat(Mermaid.of(graph))
        .isEqualTo(
            """
            flowchart LR
              n1["db"]:::job
              n2["web"]:::job
              n3((and)):::and
              n4(["ready"]):::event
              n3 --> n2
              n4 --> n3
              n1 -->|"started"| n3
              n1 --x|"stopping"| n2
              n1 -.-> n4
              classDef job fill:#e8eef7,stroke:#546e7a,color:#222
              classDef and fill:#455a64,stroke:#455a64,color:#fff
              classDef event fill:#fbf7ea,stroke:#9a8754,color:#222
              linkStyle 2 stroke:#2e7d32
              linkStyle 3 stroke:#b26a00
              linkStyle 1 stroke:#8d7a43
              linkStyle 0 stroke:#455a64
              linkStyle 4 stroke:#00838f
            """);
  }

  @Test
  void statesAndFindingsAreColoursAndText() {
    JobGraph graph = Graphs.runningThoughWrong();
    assertThat(Mermaid.of(graph))
        .contains("n1[\"web<br>start/running<br>error, line 2#58; ")
        .contains("]:::running\n", "class n1 finding\n", "classDef finding stroke:#c62828");
  }

  @Test
  void anEmptyGraphIsAFlowchart() {
    assertThat(Mermaid.of(Graphs.graph())).isEqualTo("flowchart LR\n");
  }

  @Test
  void noNameMeansAnything() {
    String text = Mermaid.of(Graphs.nasty());
    assertThat(text)
        .contains("[\"#lt;img onerror=x#gt;\"]")
        .contains("[\"a#quot;b\"]")
        .contains("[\"#92;x80\"]")
        .contains("[\"#37;#37;#123;init#58; #123;#125;#125;#37;#37;\"]")
        .contains("[\"größe-日本-𝄞\"]")
        .doesNotContain("%%", "fa:", "`", "$$", "\u202e", "<img");
    String label = "\"([^\"`:;%{}<>&\\\\$*@|#]|#\\w+;|<br>)*\"";
    assertThat(text.lines().filter(line -> line.contains("\"")))
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches("  n\\d+(\\[|\\(\\[)" + label + "(]|]\\)):::\\w+")
                    || line.matches("  n\\d+ --[>x]\\|" + label + "\\| n\\d+"));
  }

  @Test
  void whatMermaidDoesNotDrawIsRefused() {
    assertThatCode(() -> Mermaid.of(star(500, ""))).doesNotThrowAnyException();
    assertThatExceptionOfType(MermaidLimitException.class)
        .isThrownBy(() -> Mermaid.of(star(501, "")))
        .withMessageContaining("500 edges and 50000 characters")
        .satisfies(limit -> assertThat(limit.edges()).isEqualTo(501))
        .satisfies(limit -> assertThat(limit.characters()).isBetween(10_000, 50_000));
    assertThatExceptionOfType(MermaidLimitException.class)
        .isThrownBy(() -> Mermaid.of(star(400, "x".repeat(100))))
        .satisfies(limit -> assertThat(limit.characters()).isGreaterThan(50_000));
  }

  /** So many jobs that wait for one. */
  private static JobGraph star(int edges, String suffix) {
    List<String> files = new ArrayList<>(List.of("hub.conf", ""));
    for (int i = 0; i < edges; i++) {
      files.addAll(List.of("job-" + i + suffix + ".conf", "start on started hub"));
    }
    return Graphs.graph(files.toArray(String[]::new));
  }
}
