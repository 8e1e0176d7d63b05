package org.upstart4j.systemd.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnitCorpusTest {

  /** What the build of a package puts something else in the place of, and a merge that failed. */
  private static final Pattern UNFINISHED =
      Pattern.compile("@[A-Za-z_]+@|\\{[%{#]|<%|^<<<<<<< ", Pattern.MULTILINE);

  private static List<Path> units(Path folder, String ending) throws IOException {
    assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: this test reads units from " + folder + ", which is not there");
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(path -> path.toString().endsWith(ending))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static Path corpus() {
    Path start = Path.of("").toAbsolutePath();
    for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
      if (Files.exists(candidate.resolve("mvnw"))) {
        return candidate.resolveSibling("shared").resolve("corpus/pairs/files");
      }
    }
    throw new IllegalStateException("No folder with mvnw in it at or above " + start);
  }

  private static UnitFile readWhole(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    UnitFile unit = UnitFile.parse(bytes);
    assertThat(unit.toBytes()).as("%s", path).isEqualTo(bytes);
    assertThat(unit.lines().stream().map(UnitLine::text).collect(Collectors.joining()))
        .as("%s", path)
        .isEqualTo(unit.toString());
    return unit;
  }

  @Test
  void realUnitsAreGivenBackAndOnlyUnfinishedOnesHaveProblems() throws IOException {
    for (Path path : units(corpus(), "unit.service")) {
      UnitFile unit = readWhole(path);
      if (!UNFINISHED.matcher(Files.readString(path, StandardCharsets.ISO_8859_1)).find()) {
        assertThat(unit.problems()).as("%s", path).isEmpty();
      }
    }
  }

  @Test
  void theUnitsOfThisMachineAreGivenBack() throws IOException {
    for (Path path : units(Path.of("/usr/lib/systemd/system"), ".service")) {
      assertThat(readWhole(path).problems())
          .as("%s", path)
          .noneMatch(problem -> problem.fault().isFatal());
    }
  }

  @Test
  void commandsOfRealUnitsAreWrittenAsCommandsThatAreReadTheSame() throws IOException {
    for (Path path : units(corpus(), "unit.service")) {
      UnitFile unit = readWhole(path);
      if (unit.problems().isEmpty()) {
        for (String value : unit.values("Service", "ExecStart")) {
          for (ExecCommand command : ExecCommand.read(value)) {
            assertThat(ExecCommand.read(command.text())).as(value).containsExactly(command);
          }
        }
      }
    }
  }
}
