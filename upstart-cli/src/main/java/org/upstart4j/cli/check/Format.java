package org.upstart4j.cli.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;

/** What findings are printed as. */
enum Format {
  TEXT,
  JSON,
  SARIF,
  JUNIT,
  GITHUB;

  static List<String> words() {
    return Arrays.stream(values()).map(Format::word).toList();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one that was asked for.
   *
   * @throws Misuse if there is none of that name
   */
  static Format of(Invocation call) {
    if (call.value(CheckOptions.FORMAT).isEmpty()) {
      return call.has(CheckOptions.JSON) ? JSON : TEXT;
    }
    String word = call.value(CheckOptions.FORMAT).get();
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new Misuse(
                    "illegal argument: " + word + "; there are " + String.join(", ", words())));
  }
}
