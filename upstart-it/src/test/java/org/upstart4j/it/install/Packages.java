package org.upstart4j.it.install;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code ./mvnw -Ppackage package} made. The tests of it run only where {@code .ci/package}
 * says that it is new: an old package says nothing about this code.
 */
final class Packages {

  private static final String FOLDER = "upstart.it.packages";

  private Packages() {}

  /** The folder that holds them; without it, the test is skipped. */
  static Path folder() {
    String folder = System.getProperty(FOLDER, "");
    assumeTrue(
        !folder.isEmpty(),
        "skipped: this test needs the packages; .ci/package makes and tests them");
    return Path.of(folder);
  }

  static Path deb() throws IOException {
    return only(".deb");
  }

  static Path zip() throws IOException {
    return only(".zip");
  }

  private static Path only(String ending) throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.list(folder())) {
      found = files.filter(file -> file.toString().endsWith(ending)).toList();
    }
    if (found.size() != 1) {
      throw new IllegalStateException("Not one file *" + ending + ", but " + found);
    }
    return found.get(0);
  }
}
