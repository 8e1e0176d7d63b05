package org.upstart4j.analysis.platform;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a file says of a job. */
final class JobReader {

  private final JsonSource json;
  private boolean isTask;
  private Times times = Times.AGAIN;
  private @Nullable String instance;
  private List<String> exports = List.of();
  private @Nullable String source;

  JobReader(JsonSource json) {
    this.json = json;
  }

  ProvidedJob read(String name) {
    json.object(this::member);
    if (source == null) {
      throw json.error("\"source\" is missing");
    }
    return new ProvidedJob(name, isTask, times, Optional.ofNullable(instance), exports, source);
  }

  private void member(String name) {
    switch (name) {
      case "task" -> isTask = json.truth();
      case "times" -> times = ProvidedEventReader.times(json);
      case "instance" -> instance = json.text();
      case "exports" -> exports = json.texts();
      case "source" -> source = json.text();
      default -> throw json.error("not known");
    }
  }
}
