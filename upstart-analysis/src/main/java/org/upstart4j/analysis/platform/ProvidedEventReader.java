package org.upstart4j.analysis.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a file says of an event. */
final class ProvidedEventReader {

  private final JsonSource json;
  private List<String> variables = List.of();
  private List<String> instances = List.of();
  private boolean hasMore;
  private Times times = Times.AGAIN;
  private @Nullable String by;
  private @Nullable String source;

  ProvidedEventReader(JsonSource json) {
    this.json = json;
  }

  ProvidedEvent read(String name) {
    json.object(this::member);
    if (by == null || source == null) {
      throw json.error("\"" + (by == null ? "by" : "source") + "\" is missing");
    }
    if (times.isPerInstance() == instances.isEmpty()) {
      throw json.error("\"instance\" and a \"times\" with \"per-\" belong together");
    }
    return new ProvidedEvent(name, variables, hasMore, times, instances, by, source);
  }

  private void member(String name) {
    switch (name) {
      case "variables" -> variables = json.texts();
      case "more" -> hasMore = json.truth();
      case "times" -> times = times(json);
      case "instance" -> instances = json.texts();
      case "by" -> by = json.text();
      case "source" -> source = json.text();
      default -> throw json.error("not known");
    }
  }

  static Times times(JsonSource json) {
    return json.word(
        ProvidedEventReader::find, "once, again, per-interface, per-mount or per-device");
  }

  private static Optional<Times> find(String text) {
    return Arrays.stream(Times.values()).filter(times -> times.text().equals(text)).findFirst();
  }
}
