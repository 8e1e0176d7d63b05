package org.upstart4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.upstart4j.cli.command.Program;
import org.upstart4j.cli.command.ProgramName;

/** {@code upstart parse} says what a real Upstart said. */
class ParseCorpusTest {

  /** Where a file is, and how it is called, is not what these tests are about. */
  private static final List<String> PLACES =
      List.of("file", "error_file", "init_listed", "init_stderr");

  private static final String SHOW_CONFIG = "show_config";
  private static final String SHOW_CONFIG_PLAIN = "show_config_plain";

  /** Tells of the files when they are missing; the tests below are then none at all. */
  @Test
  void thereAreFilesToCompareWith() throws IOException {
    assertThat(Expectations.orSkip("edge").read("expected.jsonl")).isNotEmpty();
    assertThat(Expectations.orSkip("real").read("expected.jsonl")).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> cornerCasesMeanWhatUpstartMakesOfThem() throws IOException {
    Expectations edge = Expectations.orSkip("edge");
    List<Map<String, @Nullable Object>> expected = edge.read("expected.jsonl");
    List<String> arguments = new ArrayList<>(List.of("parse", "--name", "edge"));
    expected.forEach(line -> arguments.add(edge.path("files/" + line.get("file"))));

    return compared(expected, parsed(arguments), List.of());
  }

  @TestFactory
  Stream<DynamicTest> realFilesMeanWhatUpstartMakesOfThem() throws IOException {
    Expectations real = Expectations.orSkip("real");
    List<Map<String, @Nullable Object>> expected = real.read("expected.jsonl");
    List<String> arguments = new ArrayList<>(List.of("parse"));
    expected.forEach(line -> arguments.add(real.path("files/" + line.get("file"))));

    return compared(expected, parsed(arguments), List.of("name"));
  }

  @TestFactory
  Stream<DynamicTest> overridesOfCornerCasesMeanWhatUpstartMakesOfThem() throws IOException {
    Expectations edge = Expectations.orSkip("edge");
    List<Map<String, @Nullable Object>> expected = edge.read("expected-combined.jsonl");

    return compared(expected, parsed(pairs(edge, "pairs/", expected)), List.of());
  }

  @TestFactory
  Stream<DynamicTest> overridesOfRealFilesMeanWhatUpstartMakesOfThem() throws IOException {
    Expectations real = Expectations.orSkip("real");
    List<Map<String, @Nullable Object>> expected = real.read("expected-combined.jsonl");

    return compared(
        expected,
        parsed(pairs(real, "files/", expected)),
        List.of("name", SHOW_CONFIG, SHOW_CONFIG_PLAIN));
  }

  private static List<String> pairs(
      Expectations set, String folder, List<Map<String, @Nullable Object>> expected) {
    List<String> arguments = new ArrayList<>(List.of("parse", "--override"));
    for (Map<String, @Nullable Object> line : expected) {
      String[] pair = String.valueOf(line.get("file")).split(" over ", 2);
      arguments.add(set.path(folder + pair[1]));
      arguments.add(set.path(folder + pair[0]));
    }
    return arguments;
  }

  private static List<Map<String, @Nullable Object>> parsed(List<String> arguments) {
    StringWriter out = new StringWriter();
    int code =
        new Program(
                ProgramName.UPSTART,
                CommandTable.commands(),
                Map.of(),
                new PrintWriter(out),
                new PrintWriter(new StringWriter()))
            .run(arguments);
    assertThat(code).isZero();
    return Expectations.lines(out.toString());
  }

  private static Stream<DynamicTest> compared(
      List<Map<String, @Nullable Object>> expected,
      List<Map<String, @Nullable Object>> parsed,
      List<String> ignored) {
    assertThat(parsed).hasSameSizeAs(expected);
    return IntStream.range(0, expected.size())
        .mapToObj(
            i ->
                dynamicTest(
                    String.valueOf(expected.get(i).get("file")),
                    () ->
                        assertThat(said(parsed.get(i), ignored))
                            .containsExactlyInAnyOrderEntriesOf(said(expected.get(i), ignored))));
  }

  private static Map<String, @Nullable Object> said(
      Map<String, @Nullable Object> line, List<String> ignored) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>(line);
    said.keySet().removeAll(PLACES);
    said.keySet().removeAll(ignored);
    said.computeIfPresent(
        "init_message",
        (key, message) -> String.valueOf(message).replaceFirst("^.*?: (?=Error while)", ""));
    return said;
  }
}
