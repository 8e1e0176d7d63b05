package org.upstart4j.picture.internal.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.ExitStatus;
import org.upstart4j.State;
import org.upstart4j.picture.timeline.Timeline;
import org.upstart4j.picture.timeline.TimelineBuilder;
import org.upstart4j.picture.timeline.Told;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TimelineSvgTest {

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> ofClass(Document svg, String kind) {
    List<Element> found = new ArrayList<>();
    NodeList all = svg.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (List.of(element.getAttribute("class").split(" ", -1)).contains(kind)) {
        found.add(element);
      }
    }
    return found;
  }

  private static Told boot() {
    Told told = new Told().job("web", "started db").outside("startup").start("db");
    told.is("db", State.PRE_START).at(2).is("db", State.RUNNING).own("started", "db");
    return told.start("web").is("web", State.STARTING).at(3).is("web", State.RUNNING);
  }

  @Test
  void everyRowSaysWhatItIsAbout() throws Exception {
    Document svg = parse(TimelineSvg.standalone(boot().timeline()));

    assertThat(ofClass(svg, "row"))
        .extracting(row -> row.getAttribute("data-name"), row -> row.getAttribute("aria-label"))
        .containsExactly(tuple("db", "db, runs"), tuple("web", "web, runs"));
    Element web = ofClass(svg, "row").get(1);
    assertThat(web.getAttribute("class")).isEqualTo("row runs critical");
    assertThat(web.getAttribute("tabindex")).isEqualTo("0");
    assertThat(web.getAttribute("role")).isEqualTo("button");
    assertThat(web.getFirstChild().getTextContent())
        .startsWith("web: runs\nstarted at 2.000 by started JOB=db INSTANCE=, ran from 3.000");
  }

  @Test
  void everyBarSaysItsStateAndItsTimes() throws Exception {
    Document svg = parse(TimelineSvg.standalone(boot().at(4).timeline()));

    assertThat(ofClass(svg, "bar"))
        .extracting(bar -> bar.getFirstChild().getTextContent())
        .containsExactly(
            "db: pre-start, 0.000 to 2.000: worked 2 s",
            "db: running, 2.000 to 4.000: ran 2 s",
            "web: starting, 2.000 to 3.000: waited 1 s",
            "web: running, 3.000 to 4.000: ran 1 s");
  }

  @Test
  void arrowsLeadFromCauseToEffect() throws Exception {
    Timeline timeline = boot().job("log", "started db").timeline();
    Document svg = parse(TimelineSvg.standalone(timeline));

    assertThat(ofClass(svg, "cause"))
        .filteredOn(cause -> !cause.getAttribute("data-from").isEmpty())
        .extracting(
            cause -> cause.getAttribute("data-from"), cause -> cause.getAttribute("data-to"))
        .containsExactly(tuple("r0", "r1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "\"'&<>]]>",
        "a\u0000b\u001b[31m\u0007",
        "\u202egnp.exe\u2066",
        "\ud800 alone",
        "\uffff\ufffe",
        "日本語のジョブ",
        "שלום",
        "line\nbreak\ttab\rreturn"
      })
  void anyNameIsTextAndNothingElse(String name) throws Exception {
    Told told = new Told().runs(name).at(1).failed(name, ExitStatus.of(1)).stop(name);
    Timeline timeline = told.is(name, State.WAITING).timeline();

    Document svg = parse(TimelineSvg.standalone(timeline));

    assertThat(ofClass(svg, "row")).hasSize(1);
    assertThat(svg.getElementsByTagName("img").getLength()).isZero();
    assertThat(TimelineSvg.standalone(timeline)).doesNotContain("\u202e", "\u001b", "\u0007");
  }

  @Test
  void aLongNameIsCutAndItsHoverHasItAll() {
    String name = "x".repeat(200);
    String svg = TimelineSvg.standalone(new Told().runs(name).at(1).timeline());

    assertThat(svg).contains("<title>" + name + ": runs").doesNotContain(">" + name + "</text>");
  }

  @Test
  void aPageGetsNoStyleScriptOrHandler() {
    String svg = TimelineSvg.embedded(boot().timeline());

    assertThat(svg)
        .startsWith("<svg ")
        .contains("class=\"timeline\"")
        .doesNotContain("<style", "style=", "<script", "foreignObject", "href")
        .doesNotContainPattern("\\son\\w+=");
    assertThat(TimelineSvg.style()).contains("--timeline-paper").doesNotContain("http", "@import");
  }

  @Test
  void timeInWhichNothingHappensIsCut() {
    Told told = new Told().runs("web").at(2).runs("db").at(600).stop("web");
    String svg = TimelineSvg.standalone(told.is("web", State.WAITING).timeline());

    assertThat(svg).contains("9 min 58 s in which nothing new happens are left out");
  }

  @Test
  void timeInWhichSomebodyWorksIsNotCut() {
    Told told = new Told().runs("web").at(2).start("db").is("db", State.PRE_START);
    String svg = TimelineSvg.standalone(told.at(600).is("db", State.RUNNING).timeline());

    assertThat(svg).doesNotContain("are left out");
  }

  @Test
  void anEmptyTimelineIsAPictureToo() throws Exception {
    assertThat(ofClass(parse(TimelineSvg.standalone(new TimelineBuilder().build())), "row"))
        .isEmpty();
  }

  @Test
  void ofThousandsOfRowsItSaysHowManyAreNotDrawn() throws Exception {
    Told told = new Told();
    for (int i = 0; i < 2000; i++) {
      told.runs("job-" + i);
    }
    String svg = TimelineSvg.standalone(told.at(1).timeline());

    assertThat(ofClass(parse(svg), "row")).hasSize(300);
    assertThat(svg).contains("1700 more are not drawn; --job GLOB chooses");
  }

  @Test
  void aLongRecordingOfManyRespawnsStaysSmall() {
    Told told = new Told().start("web");
    for (int i = 0; i < 20_000; i++) {
      told.at(i).is("web", State.STARTING).is("web", State.RUNNING);
      told.at(i + 0.5).is("web", State.POST_STOP);
    }

    assertThat(TimelineSvg.standalone(told.timeline()).length()).isLessThan(1_000_000);
  }
}
