package org.upstart4j.cli.convert;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.systemd.Conversion;
import org.upstart4j.systemd.ConvertedFile;
import org.upstart4j.systemd.SystemdConversion;
import org.upstart4j.systemd.unit.UnitFile;

/**
 * A service for which its maintainers ship a job and a unit. The files lie beside the project and
 * are no part of it.
 *
 * @param name what the service is called
 * @param job the job
 * @param theirs what the maintainers' unit sets
 * @param ours what the unit sets that the job becomes
 * @param differences the settings that differ
 */
record Pair(
    String name,
    JobDefinition job,
    UnitSettings theirs,
    UnitSettings ours,
    List<UnitDifference> differences) {

  /** All whose job Upstart accepts; without the files the test that asks is skipped. */
  static List<Pair> orSkip(SystemdConversion conversion) throws IOException {
    Path folder = projectRoot().resolveSibling("shared").resolve("corpus/pairs/files");
    assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: this test reads jobs and units from " + folder + ", which is not there");
    try (Stream<Path> services = Files.list(folder)) {
      return services
          .sorted()
          .map(service -> read(service, conversion))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private static Optional<Pair> read(Path folder, SystemdConversion conversion) {
    String name = folder.getFileName().toString();
    try {
      JobFile conf = JobFile.read(folder.resolve("job.conf"));
      UnitFile theirs = UnitFile.parse(Files.readAllBytes(folder.resolve("unit.service")));
      return JobDefinition.verdict(name, conf) instanceof Verdict.Accepted accepted
          ? Optional.of(of(accepted.definition(), theirs, conversion.convert(name, conf)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pair of(JobDefinition job, UnitFile unit, Conversion conversion) {
    String path = conversion.units().get(job.name());
    UnitSettings theirs = UnitSettings.of(unit);
    UnitSettings ours = UnitSettings.of(((ConvertedFile.Unit) conversion.files().get(path)).file());
    return new Pair(
        job.name(), job, theirs, ours, UnitDifference.between(theirs, ours, conversion.findings()));
  }

  /** Whether the maintainers' unit sets one of some keys. */
  boolean theirsHas(Collection<String> keys) {
    return has(theirs, keys);
  }

  /** Whether the unit that the job becomes sets one of some keys. */
  boolean oursHas(Collection<String> keys) {
    return has(ours, keys);
  }

  private static boolean has(UnitSettings unit, Collection<String> keys) {
    return unit.values().keySet().stream().anyMatch(setting -> keys.contains(setting.key()));
  }

  private static Path projectRoot() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No folder with mvnw in it at or above " + start);
  }

  /** A file of the project. */
  static Path projectFile(String path) {
    return projectRoot().resolve(path);
  }
}
