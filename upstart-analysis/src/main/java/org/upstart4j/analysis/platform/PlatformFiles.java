package org.upstart4j.analysis.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files of the platforms and families that come with upstart4j. */
final class PlatformFiles {

  private static final String NAME = "abcdefghijklmnopqrstuvwxyz0123456789-.";

  private static final Map<String, Draft> READ = new ConcurrentHashMap<>();

  private PlatformFiles() {}

  static Description description(String name) {
    return draft(name).orElseThrow().finish();
  }

  /** Finds what a platform or family of the given name says; {@code like} may name either. */
  static Optional<Draft> draft(String name) {
    Draft known = READ.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Draft> draft =
        isPlain(name) ? text(name).map(PlatformReader::draft) : Optional.empty();
    draft.ifPresent(read -> READ.put(name, read));
    return draft;
  }

  static Optional<String> alias(String name) {
    return Optional.ofNullable(Aliases.ALL.get(name));
  }

  /** Says whether it can be a platform's or family's name, and leads to no other file. */
  private static boolean isPlain(String name) {
    return name.chars().allMatch(c -> NAME.indexOf(c) >= 0);
  }

  private static Optional<String> text(String name) {
    try (InputStream file = PlatformFiles.class.getResourceAsStream(name + ".json")) {
      return file == null
          ? Optional.empty()
          : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static final class Aliases {
    static final Map<String, String> ALL = PlatformReader.texts(text("_aliases").orElseThrow());
  }
}
