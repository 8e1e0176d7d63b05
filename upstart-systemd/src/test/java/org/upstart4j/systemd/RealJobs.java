package org.upstart4j.systemd;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.upstart4j.jobfile.JobFile;

/** Job files of public repositories, which lie beside the project and are no part of it. */
final class RealJobs {

  private RealJobs() {}

  /** The job files by their paths; without them the test that asks is skipped. */
  static Map<String, JobFile> orSkip() throws IOException {
    Path folder = root().resolveSibling("shared").resolve("corpus/real/files");
    assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: this test reads job files from " + folder + ", which is not there");
    Map<String, JobFile> jobs = new TreeMap<>();
    for (Path file : files(folder)) {
      if (!file.toString().endsWith(".override")) {
        jobs.put(folder.relativize(file).toString(), JobFile.read(file));
      }
    }
    return jobs;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
      if (Files.exists(candidate.resolve("mvnw"))) {
        return candidate;
      }
    }
    throw new IllegalStateException("No folder with mvnw in it at or above " + start);
  }

  /** The name that Upstart would give the job of a file. */
  static String job(String path) {
    String file = path.substring(path.lastIndexOf("__") + 2).replaceFirst("@[0-9a-f]{8}", "");
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.conf$", "");
  }
}
