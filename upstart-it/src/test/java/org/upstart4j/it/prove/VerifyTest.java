package org.upstart4j.it.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.systemd.Conversion;
import org.upstart4j.systemd.ConvertedFile;
import org.upstart4j.systemd.SystemdConversion;
import org.upstart4j.systemd.option.SystemdVersion;

/** What real jobs become, read by systemd's own check of units. */
class VerifyTest {

  private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

  /** What is about this machine, or about a user's name that the job gives. */
  private static final Pattern EXPECTED =
      Pattern.compile(
          ".* is not executable: (No such file or directory|Permission denied)"
              + "|Accepting user/group name '.*', which does not match strict .*");

  @Test
  void systemdHasNothingToSayButThatProgramsAreMissing(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(ANALYZE), () -> "skipped: there is no " + ANALYZE);
    List<String> complaints = new ArrayList<>();
    int units = 0;
    for (SortedMap<String, byte[]> batch : batches()) {
      Path place = folder.resolve("units-" + units);
      for (Map.Entry<String, byte[]> unit : batch.entrySet()) {
        Path file = place.resolve(unit.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, unit.getValue());
      }
      complaints.addAll(complaints(place, List.copyOf(batch.keySet())));
      units += batch.size();
    }
    assertThat(complaints).isEmpty();
    assertThat(units).isGreaterThan(1_400);
  }

  /** The units of all jobs, in folders as few as possible; each is read on its own. */
  private static List<SortedMap<String, byte[]>> batches() throws IOException {
    List<SortedMap<String, byte[]>> batches = new ArrayList<>();
    for (Path path : jobs()) {
      SortedMap<String, byte[]> units = units(path);
      batches.stream()
          .filter(batch -> Collections.disjoint(batch.keySet(), units.keySet()))
          .findFirst()
          .orElseGet(
              () -> {
                batches.add(new TreeMap<>());
                return batches.get(batches.size() - 1);
              })
          .putAll(units);
    }
    return batches;
  }

  private static SortedMap<String, byte[]> units(Path path) throws IOException {
    String name = path.getFileName().toString().replaceFirst("^.*__", "");
    String job = name.replaceFirst("@[0-9a-f]{8}", "").replaceFirst("\\.conf$", "");
    Conversion conversion =
        SystemdConversion.to(SystemdVersion.DEFAULT).convert(job, JobFile.read(path));
    return conversion.files().values().stream()
        .filter(ConvertedFile.Unit.class::isInstance)
        .collect(
            Collectors.toMap(
                ConvertedFile::path, ConvertedFile::bytes, (one, other) -> one, TreeMap::new));
  }

  private static List<Path> jobs() throws IOException {
    Path folder = root().resolveSibling("shared").resolve("corpus/real/files");
    assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: this test reads job files from " + folder + ", which is not there");
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(
              file -> Files.isRegularFile(file) && !file.toString().endsWith(".override"))
          .sorted()
          .toList();
    }
  }

  private static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No folder with mvnw in it at or above " + start);
  }

  private static List<String> complaints(Path folder, List<String> units)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ANALYZE.toString(), "verify", "--man=no"));
    units.forEach(unit -> command.add("./" + unit));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.lines().filter(line -> !EXPECTED.matcher(line).matches()).toList();
  }
}
