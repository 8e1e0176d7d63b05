package org.upstart4j.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.PlacedCondition;
import org.upstart4j.analysis.internal.model.Surroundings;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.systemd.option.SystemdVersion;

/** Job files of public repositories, which lie beside the project and are no part of it. */
class RealConditionsTest {

  @Test
  void eachEventOfEachConditionHasOneFinding() {
    Target target = Target.find("chromeos").orElseThrow();
    for (JobFolder contents : foldersOrSkip()) {
      Conversion conversion =
          SystemdConversion.to(SystemdVersion.DEFAULT).from(target).convert(contents);
      Folder folder = new Folder(target, contents, Surroundings.UNKNOWN);
      for (String job : conversion.units().keySet()) {
        checkJob(folder.job(job).orElseThrow(), conversion);
      }
    }
  }

  private static void checkJob(CheckedJob job, Conversion conversion) {
    Stream.of(job.startCondition(), job.stopCondition())
        .flatMap(condition -> condition.map(PlacedCondition::events).orElse(List.of()).stream())
        .forEach(event -> checkEvent(job.name(), event, conversion));
  }

  private static void checkEvent(String job, Awaited event, Conversion conversion) {
    assertThat(conversion.findings())
        .filteredOn(
            finding ->
                finding.job().equals(job)
                    && finding.span().equals(event.span())
                    && finding.file().equals(event.placed().file().path()))
        .as("%s: %s", job, event.text())
        .hasSize(1);
  }

  /** The folders; of files that have the same name in one repository, each is in another one. */
  private static List<JobFolder> foldersOrSkip() {
    Path files = projectRoot().resolveSibling("shared").resolve("corpus/real/files");
    assumeTrue(
        Files.isDirectory(files),
        () -> "skipped: this test reads job files from " + files + ", which is not there");
    List<JobFolder> folders = new ArrayList<>();
    try (Stream<Path> list = Files.list(files)) {
      for (Path folder : list.sorted().toList()) {
        folders.addAll(split(JobDirectory.of(folder).read()));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return folders;
  }

  private static List<JobFolder> split(JobFolder all) {
    List<Map<String, JobFile>> parts = new ArrayList<>();
    all.files()
        .forEach(
            (path, text) -> {
              String name =
                  path.substring(path.lastIndexOf("__") + 1)
                      .replaceFirst("^_", "")
                      .replaceFirst("@[0-9a-f]{8}", "");
              int free = 0;
              while (free < parts.size() && parts.get(free).containsKey(name)) {
                free++;
              }
              if (free == parts.size()) {
                parts.add(new TreeMap<>());
              }
              parts.get(free).put(name, text);
            });
    return parts.stream().map(JobFolder::of).toList();
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
}
