package org.upstart4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/** Boots of real folders, which lie beside the project and are no part of it. */
class RealFoldersTest {

  @Test
  void aStockUbuntuBootsToItsLogin() throws IOException {
    Course course =
        Simulation.of(folder("Bravedragon0313__RIng_api"), Target.of(Platform.UBUNTU_16_04)).boot();

    assertThat(course.end()).isEqualTo(CourseEnd.QUIET);
    assertThat(course.failures()).isEmpty();
    assertThat(course.hanging()).isEmpty();
    assertThat(course.lost()).isEmpty();
    for (String job : new String[] {"ssh", "tty1", "cron", "dbus", "rsyslog", "udev", "rpcbind"}) {
      assertThat(course.runs(job)).as(job).isTrue();
    }
    assertThat(course.instances("network-interface"))
        .extracting(InstanceCourse::instance)
        .containsExactlyInAnyOrder("lo", "eth0");
    assertThat(course.neverStarted()).contains("rcS", "shutdown", "cryptdisks-udev");
  }

  @Test
  void anOlderUbuntuBootsToItsRunlevel() throws IOException {
    Course course =
        Simulation.of(folder("flavius62__tieger_etc"), Target.of(Platform.UBUNTU_12_04)).boot();

    assertThat(course.end()).isEqualTo(CourseEnd.QUIET);
    assertThat(course.hanging()).isEmpty();
    assertThat(course.runs("ssh")).isTrue();
    assertThat(course.instances("rc")).hasSize(1);
  }

  @Test
  void chromeosReachesItsMilestones() throws IOException {
    Course course =
        Simulation.of(folder("ArthurSonzogni__chromiumos-platform2"), Target.of(Platform.CHROMEOS))
            .boot();

    for (String job : new String[] {"boot-services", "failsafe"}) {
      assertThat(course.runs(job)).as(job).isTrue();
    }
  }

  /** A file of the corpus is called by its path, with two underscores for each slash. */
  private static JobFolder folder(String name) throws IOException {
    Path root = projectRoot().resolveSibling("shared").resolve("corpus/real/files").resolve(name);
    assumeTrue(
        Files.isDirectory(root),
        () -> "skipped: this test reads job files from " + root + ", which is not there");
    Map<String, JobFile> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(root)) {
      for (Path file : list.toList()) {
        String path = String.valueOf(file.getFileName());
        if (path.endsWith(".conf") && path.indexOf('@') < 0) {
          files.put(path.substring(path.lastIndexOf("__") + 2), JobFile.read(file));
        }
      }
    }
    return JobFolder.of(files);
  }

  private static Path projectRoot() {
    Path start = Path.of("").toAbsolutePath();
    while (!Files.exists(start.resolve("mvnw"))) {
      start = start.getParent();
    }
    return start;
  }
}
