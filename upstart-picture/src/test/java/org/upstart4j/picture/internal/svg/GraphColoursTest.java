package org.upstart4j.picture.internal.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs can be read by people who see little contrast: WCAG 2, level AA. */
class GraphColoursTest {

  private static final Pattern COLOUR = Pattern.compile("--graph-([a-z-]+): #([0-9a-f]{6})");
  private static final List<String> GROUNDS =
      List.of("paper", "job", "event", "joint", "running", "moving", "stopped", "finding");
  private static final List<String> LINES =
      List.of(
          "job-line",
          "event-line",
          "joint-line",
          "running-line",
          "moving-line",
          "stopped-line",
          "finding-line",
          "starting",
          "started",
          "stopping",
          "stopped-edge",
          "plain",
          "emits",
          "stops");

  static Stream<Map<String, Double>> schemes() {
    String[] schemes = GraphSvg.style().split("@media screen and .prefers-color-scheme: dark.");
    return Stream.of(schemes).map(GraphColoursTest::luminances);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void textStandsOut(Map<String, Double> colours) {
    for (String ground : GROUNDS) {
      for (String text : List.of("ink", "faint", "finding-line")) {
        assertThat(contrast(colours, text, ground)).as("%s on %s", text, ground).isGreaterThan(4.5);
      }
    }
    assertThat(contrast(colours, "emits", "paper")).isGreaterThan(4.5);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void linesStandOut(Map<String, Double> colours) {
    for (String line : LINES) {
      assertThat(contrast(colours, line, "paper")).as(line).isGreaterThan(3);
    }
  }

  private static double contrast(Map<String, Double> colours, String one, String other) {
    double a = colours.get(one);
    double b = colours.get(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static Map<String, Double> luminances(String css) {
    Map<String, Double> luminances = new HashMap<>();
    Matcher colour = COLOUR.matcher(css);
    while (colour.find()) {
      int rgb = Integer.parseInt(colour.group(2), 16);
      double luminance =
          0.2126 * part(rgb >> 16) + 0.7152 * part(rgb >> 8 & 0xff) + 0.0722 * part(rgb & 0xff);
      luminances.put(colour.group(1), luminance);
    }
    return luminances;
  }

  private static double part(int value) {
    double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
