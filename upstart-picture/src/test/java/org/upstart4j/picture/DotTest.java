package org.upstart4j.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.picture.graph.Graphs;
import org.upstart4j.picture.graph.JobGraph;

class DotTest {

  private static final Path GRAPHVIZ = Path.of("/usr/bin/dot");

  @TempDir private Path folder;

  @Test
  void aGraphIsReadable() {
    JobGraph graph =
        Graphs.builder(
                "db.conf", "emits db-ready",
                "web.conf",
                    "start on db-ready and (started db or runlevel [2345])\nstop on stopping db")
            .stops()
            .build();
    assertThat(Dot.of(graph))
        .startsWith("digraph upstart {\n")
        .contains("\"job:web\" [label=\"web\", tooltip=\"web.conf:1: start on")
        .contains("\"start:web:1\" [label=\"and\"")
        .contains("\"job:db\" -> \"start:web:3\" [color=\"#2e7d32\", label=\"started\"")
        .contains("\"job:db\" -> \"start:web:2\" [color=\"#00838f\", style=\"dashed\"]")
        .contains("\"job:db\" -> \"job:web\" [color=\"#b26a00\", label=\"stopping\"")
        .contains("arrowhead=tee")
        .endsWith("}\n")
        .isEqualTo(Dot.of(graph));
  }

  @Test
  void statesAndFindingsAreColoursAndText() {
    JobGraph graph = Graphs.runningThoughWrong();
    assertThat(Dot.of(graph))
        .contains("label=\"web\\nstart/running\\nerror, line 2:")
        .contains("fillcolor=\"#c5e8c8\", color=\"#c62828\"");
  }

  @Test
  void aJobThatNobodyHasIsDashedAndSaysSo() {
    assertThat(Dot.of(Graphs.graph("web.conf", "start on started db")))
        .contains("\"job:db\" [label=\"db\\nunknown job\", style=\"rounded,filled,dashed\"");
  }

  @Test
  void onlyWhatIsThereIsExplained() {
    assertThat(Dot.of(Graphs.graph("web.conf", ""))).contains("label=\"boxes are jobs\";");
    assertThat(Dot.of(Graphs.graph())).contains("label=\"\";");
  }

  @Test
  void graphvizReadsEveryName() throws Exception {
    JobGraph graph = Graphs.nasty();
    String svg = svg(Dot.of(graph));
    assertThat(svg.split("class=\"node\"", -1)).hasSize(graph.nodes().size() + 1);
    assertThat(svg.split("class=\"edge\"", -1)).hasSize(graph.edges().size() + 1);
    assertThat(svg)
        .contains(">&lt;img onerror=x&gt;</text>")
        .contains(">a\\</text>")
        .contains(">\\N\\G</text>")
        .contains(">a\\nb</text>")
        .contains(">a\\x1b[31mred</text>")
        .contains(">\\x80</text>")
        .contains(">&amp;lt;&amp;amp;&amp;#33;</text>")
        .contains(">größe")
        .doesNotContain("<img", "\u202e");
  }

  private String svg(String dot) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(GRAPHVIZ), "Graphviz is not installed: no " + GRAPHVIZ);
    Path file = folder.resolve("graph.dot");
    Path errors = folder.resolve("errors");
    Path svg = folder.resolve("graph.svg");
    Files.writeString(file, dot);
    Process process =
        new ProcessBuilder(GRAPHVIZ.toString(), "-Tsvg", "-o", svg.toString(), file.toString())
            .redirectError(errors.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    assertThat(Files.readString(errors)).isEmpty();
    return Files.readString(svg, StandardCharsets.UTF_8);
  }
}
