package org.upstart4j.analysis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFolder;

/** Job files of public repositories, which lie beside the project and are no part of it. */
final class RealJobs {

  private RealJobs() {}

  /** The folders by name; without them the test that asks is skipped. */
  static Map<String, JobFolder> orSkip() {
    Path files = projectRoot().resolveSibling("shared").resolve("corpus/real/files");
    assumeTrue(
        Files.isDirectory(files),
        () -> "skipped: this test reads job files from " + files + ", which is not there");
    Map<String, JobFolder> folders = new TreeMap<>();
    try (Stream<Path> list = Files.list(files)) {
      for (Path folder : list.toList()) {
        folders.put(folder.getFileName().toString(), JobDirectory.of(folder).read());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return folders;
  }

  /** The target that a folder suits. */
  static Target target(String folder) {
    String name =
        folder.contains("chromiumos")
            ? "chromeos"
            : folder.startsWith("ubports")
                ? "ubports"
                : List.of("axsh", "Juniper", "midonet").stream().anyMatch(folder::startsWith)
                    ? "rhel-6"
                    : "ubuntu-14.04";
    return Samples.target(name);
  }

  static Path projectRoot() {
    Path start = Path.of("").toAbsolutePath();
    for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
      if (Files.exists(candidate.resolve("mvnw"))) {
        return candidate;
      }
    }
    throw new IllegalStateException("No folder with mvnw in it at or above " + start);
  }
}
