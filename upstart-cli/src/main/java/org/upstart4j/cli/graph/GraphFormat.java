package org.upstart4j.cli.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;

/** What a picture is written in. */
enum GraphFormat {
  DOT,
  MERMAID,
  SVG,
  HTML;

  static final Option OPTION =
      Option.text(
              "format",
              "FORMAT",
              "dot, mermaid, svg or html (default: by the ending of FILE, else dot)")
          .oneOf(words());

  private List<String> endings() {
    return switch (this) {
      case DOT -> List.of(".dot", ".gv");
      case MERMAID -> List.of(".mmd");
      case SVG -> List.of(".svg");
      case HTML -> List.of(".html");
    };
  }

  private static List<String> words() {
    return Arrays.stream(values()).map(GraphFormat::word).toList();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format that was asked for, or the one that the file's name says. */
  static GraphFormat of(Invocation call, Optional<String> file) {
    Optional<String> asked = call.value(OPTION);
    if (asked.isPresent()) {
      return find(asked.get());
    }
    return file.map(GraphFormat::ofFile).orElse(DOT);
  }

  private static GraphFormat find(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Misuse.near(
                    "illegal argument: " + word + "; there are " + String.join(", ", words()),
                    word,
                    words()));
  }

  private static GraphFormat ofFile(String file) {
    return Arrays.stream(values())
        .filter(format -> format.endings().stream().anyMatch(file::endsWith))
        .findFirst()
        .orElseThrow(
            () ->
                new Misuse(
                    "the name of the file does not say the format: "
                        + file
                        + "; give --format, or let it end in "
                        + Arrays.stream(values())
                            .flatMap(format -> format.endings().stream())
                            .collect(Collectors.joining(", "))));
  }
}
