package org.upstart4j.jobfile;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Job files to test with that lie beside the project and are no part of it. */
final class Corpus {

  private final Path folder;

  private Corpus(Path folder) {
    this.folder = folder;
  }

  /** The job files; without them the test that asks is skipped. */
  static Corpus orSkip() {
    Path folder = projectRoot().resolveSibling("shared").resolve("corpus");
    assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: this test reads job files from " + folder + ", which is not there");
    return new Corpus(folder);
  }

  private static Path projectRoot() {
    Path start = Path.of("").toAbsolutePath();
    for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
      if (Files.exists(candidate.resolve("mvnw"))) {
        return candidate;
      }
    }
    throw new IllegalStateException("No folder with mvnw in it at or above " + start);
  }

  /** Files of public repositories. */
  List<Path> real() {
    return files("real/files");
  }

  /** Corner cases, one each. */
  List<Path> edge() {
    return Stream.concat(files("edge/files").stream(), files("edge/pairs").stream()).toList();
  }

  /** A file or folder of it, which may be missing. */
  Path path(String name) {
    return folder.resolve(name);
  }

  List<Path> all() {
    return Stream.concat(real().stream(), edge().stream()).toList();
  }

  private List<Path> files(String name) {
    try (Stream<Path> walk = Files.walk(folder.resolve(name))) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
