package org.upstart4j.it.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the recordings are. */
final class Recordings {

  /** The system property that names a folder of further recordings. */
  private static final String FURTHER = "upstart.scenarios";

  private Recordings() {}

  /** Returns the recordings that belong to the project. */
  static List<Scenario> own() {
    URL folder = Objects.requireNonNull(Recordings.class.getResource("/scenarios"));
    try {
      return in(Path.of(folder.toURI()));
    } catch (URISyntaxException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  static Scenario own(String name) {
    return own().stream()
        .filter(recording -> recording.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the project's own recordings, and those of the folder that the caller names. */
  static List<Scenario> all() {
    String further = System.getProperty(FURTHER, "");
    return further.isEmpty()
        ? own()
        : Stream.concat(own().stream(), in(Path.of(further)).stream()).toList();
  }

  static List<Scenario> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(Scenario::read)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
