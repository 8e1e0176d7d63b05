package org.upstart4j.picture.internal.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.upstart4j.picture.internal.svg.Elements.elements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.graph.EventNode;
import org.upstart4j.picture.graph.Graphs;
import org.upstart4j.picture.graph.Groups;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.graph.Node;
import org.w3c.dom.Element;

class GraphSvgTest {

  private static final JobGraph WEB =
      Graphs.builder(
              "db.conf",
              "start on filesystem\n",
              "web.conf",
              "start on started db and runlevel [2345]\nstop on stopping db\n")
          .stops()
          .build();

  @Test
  void eachNodeSaysWhatItIsToScriptsAndToPeople() {
    Element web = node(WEB, "job:web");

    assertThat(web.getAttribute("class")).isEqualTo("node job");
    assertThat(web.getAttribute("data-name")).isEqualTo("web");
    assertThat(web.getAttribute("tabindex")).isEqualTo("0");
    assertThat(web.getAttribute("role")).isEqualTo("button");
    assertThat(web.getAttribute("aria-label")).isEqualTo("web");
    assertThat(title(web))
        .isEqualTo(
            """
            web
            web.conf:1: start on started db and runlevel [2345]
            web.conf:2: stop on stopping db""");
  }

  @Test
  void eachEdgeSaysWhatHappensAndWhereItLeads() {
    assertThat(edges(WEB))
        .extracting(
            edge -> edge.getAttribute("class"),
            edge -> edge.getAttribute("data-from"),
            edge -> edge.getAttribute("data-to"))
        .contains(tuple("edge stopping stops", "job:db", "job:web"));
    assertThat(edges(WEB)).hasSameSizeAs(WEB.edges());
  }

  @Test
  void whatHappensToAJobIsWrittenWhereItsEdgesLeaveIt() {
    assertThat(texts(node(WEB, "job:db"))).containsExactly("db", "started", "stopping");
    assertThat(texts(node(WEB, "job:web"))).containsExactly("web", "stop on");
  }

  @Test
  void aJobLooksAsItStands() {
    JobGraph graph =
        Graphs.builder("db.conf", "", "web.conf", "", "log.conf", "")
            .statuses(
                List.of(
                    new JobStatus("db", "", Goal.START, State.RUNNING, List.of()),
                    new JobStatus("web", "", Goal.START, State.PRE_START, List.of()),
                    JobStatus.notRunning("log")))
            .build();

    assertThat(node(graph, "job:db").getAttribute("class")).isEqualTo("node job running");
    assertThat(node(graph, "job:web").getAttribute("class")).isEqualTo("node job moving");
    assertThat(node(graph, "job:log").getAttribute("class")).isEqualTo("node job stopped");
    assertThat(node(graph, "job:web").getAttribute("aria-label")).isEqualTo("web, start/pre-start");
    assertThat(texts(node(graph, "job:web"))).containsExactly("web", "start/pre-start");
  }

  @Test
  void aJobThatIsOnlyNamedSaysThatItIsUnknown() {
    JobGraph graph = Graphs.graph("web.conf", "start on started db\n");

    assertThat(node(graph, "job:db").getAttribute("class")).isEqualTo("node job unknown");
    assertThat(texts(node(graph, "job:db"))).contains("unknown job");
  }

  @Test
  void aJobWithVeryManyEffectsIsNamedWhereTheyAre() {
    String[] files = new String[82];
    files[0] = "db.conf";
    files[1] = "emits ready\n";
    for (int i = 1; i <= 40; i++) {
      files[2 * i] = "web-%02d.conf".formatted(i);
      files[2 * i + 1] = i <= 30 ? "start on started db\n" : "start on ready\n";
    }
    JobGraph graph = Graphs.graph(files);

    assertThat(texts(node(graph, "job:db")))
        .containsExactly("db", "started \u00d730", "emits \u00d710");
    assertThat(edges(graph)).hasSameSizeAs(graph.edges());
    assertThat(edges(graph))
        .filteredOn(edge -> edge.getAttribute("data-to").equals("job:web-01"))
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.getAttribute("data-from")).isEqualTo("job:db");
              assertThat(texts(edge)).containsExactly("db started");
            });
  }

  @Test
  void aGraphWithoutJobsSaysSo() {
    String svg = GraphSvg.standalone(new JobGraph(List.of(), List.of()));

    assertThat(elements(svg)).extracting(Element::getTextContent).contains("There are no jobs.");
  }

  @Test
  void theSameGraphIsTheSamePicture() {
    assertThat(GraphSvg.standalone(WEB)).isEqualTo(GraphSvg.standalone(WEB));
  }

  @Test
  void aFileHasItsColoursAndAnElementOfAPageHasNone() {
    assertThat(GraphSvg.standalone(WEB)).contains("<style>", GraphSvg.style());
    assertThat(GraphSvg.embedded(WEB)).doesNotContain("<style", "style=", "fill=", "stroke=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img onerror=x>",
        "\"'&]]>-->",
        "\u0000\u0007\u001b[31m\n\t\r\u0085",
        "\ud800",
        "\ufffe\uffff",
        "\u202egnp.exe\u2066\u200b\ufeff",
        "\u30c7\u30fc\u30bf\ud83d\ude80e\u0301",
        "\u0628\u0631\u0646\u0627\u0645\u062c"
      })
  void anyNameIsText(String name) {
    JobGraph graph = named(name);

    String svg = GraphSvg.standalone(graph);

    assertThat(elements(svg))
        .extracting(Element::getTagName)
        .isSubsetOf("svg", "style", "rect", "g", "title", "text", "path", "circle");
    assertThat(svg.chars()).noneMatch(each -> each < ' ' && each != '\n');
  }

  @Test
  void namesOfTenThousandCharactersAreShortenedButWholeInTheTitle() {
    String name = "x".repeat(10_000);
    JobGraph graph = named(name);

    Element svg = elements(GraphSvg.standalone(graph)).get(0);
    assertThat(Double.parseDouble(svg.getAttribute("width"))).isLessThan(2000);
    assertThat(title(node(graph, "job:" + name))).contains(name);
  }

  @Test
  void edgesMayGoRoundAndBesideEachOther() {
    List<Node> nodes = List.of(job("a"), job("b"));
    List<Edge> edges = new ArrayList<>();
    for (Edge.Kind kind : Edge.Kind.values()) {
      for (boolean stops : new boolean[] {true, false}) {
        edges.add(new Edge("job:a", "job:a", kind, stops, "", Optional.empty()));
        edges.add(new Edge("job:a", "job:b", kind, stops, "", Optional.empty()));
        edges.add(new Edge("job:a", "job:b", kind, stops, "", Optional.empty()));
        edges.add(new Edge("job:b", "job:a", kind, stops, "x", Optional.empty()));
      }
    }

    assertThat(edges(new JobGraph(nodes, edges))).hasSameSizeAs(edges);
  }

  @Test
  void anOverviewHasANodeForEachGroup() {
    Groups groups =
        Groups.of(
            Graphs.graph(
                IntStream.range(0, 400)
                    .mapToObj(
                        i ->
                            i % 2 == 0
                                ? "j%03d.conf".formatted(i / 2)
                                : i == 1 ? "start on startup\n" : "start on started j000\n")
                    .toArray(String[]::new)));

    List<Element> nodes =
        elements(GraphSvg.embedded(groups)).stream()
            .filter(element -> element.getAttribute("class").startsWith("node group"))
            .toList();

    assertThat(nodes).extracting(node -> node.getAttribute("data-id")).contains("group:1");
    assertThat(nodes).hasSameSizeAs(groups.groups());
    assertThat(texts(nodes.get(0))).containsExactly("j000 and what follows", "60 jobs");
    assertThatCode(() -> groups.groups().forEach(group -> elements(GraphSvg.embedded(group))))
        .doesNotThrowAnyException();
  }

  private static JobGraph named(String name) {
    EventNode event = new EventNode("start:" + name, name, false, true, Optional.empty());
    return new JobGraph(
        List.of(job(name), event),
        List.of(
            new Edge(event.id(), "job:" + name, Edge.Kind.EVENT, false, name, Optional.empty()),
            new Edge("job:" + name, event.id(), Edge.Kind.EMITS, false, name, Optional.empty())));
  }

  private static JobNode job(String name) {
    return new JobNode("job:" + name, name, true, List.of(), List.of(), List.of());
  }

  private static Element node(JobGraph graph, String id) {
    return elements(GraphSvg.embedded(graph)).stream()
        .filter(element -> element.getAttribute("data-id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<Element> edges(JobGraph graph) {
    return elements(GraphSvg.embedded(graph)).stream()
        .filter(element -> element.hasAttribute("data-from"))
        .toList();
  }

  private static String title(Element element) {
    return element.getElementsByTagName("title").item(0).getTextContent();
  }

  private static List<String> texts(Element element) {
    return Elements.below(element, "text").stream().map(Element::getTextContent).toList();
  }
}
