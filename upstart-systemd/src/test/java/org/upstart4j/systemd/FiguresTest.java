package org.upstart4j.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;
import org.upstart4j.systemd.option.SystemdVersion;

/** Holds the figures in the documents to what the conversion makes of real job files. */
class FiguresTest {

  private static final Set<ConversionCode> RELATIONS =
      EnumSet.of(
          ConversionCode.JOB_START,
          ConversionCode.JOB_STOP,
          ConversionCode.JOB_END,
          ConversionCode.OTHER_JOB,
          ConversionCode.COMBINATION);

  private static final Set<ConversionCode> SURROUNDINGS =
      EnumSet.of(
          ConversionCode.NETWORK,
          ConversionCode.MOUNT,
          ConversionCode.MILESTONE,
          ConversionCode.RUNLEVEL,
          ConversionCode.EXPECT_FORK,
          ConversionCode.INSTANCE,
          ConversionCode.CONSOLE,
          ConversionCode.CONSOLE_LOG);

  private static String page(String name) throws IOException {
    return Files.readString(Path.of("..", "docs", name));
  }

  @Test
  void thePageTellsHowManyJobsFareHow() throws IOException {
    assertThat(page("systemd.md")).contains(figures());
  }

  private static String figures() throws IOException {
    int all = 0;
    int exact = 0;
    int related = 0;
    int surrounded = 0;
    Map<Level, Integer> worst = new EnumMap<>(Level.class);
    for (Map.Entry<String, JobFile> entry : RealJobs.orSkip().entrySet()) {
      Conversion conversion = convert(entry);
      if (conversion.units().isEmpty()) {
        continue;
      }
      Set<ConversionCode> codes = notExact(conversion);
      boolean isFinished = conversion.worst().compareTo(Level.APPROXIMATE) <= 0;
      all++;
      exact += codes.isEmpty() ? 1 : 0;
      related += isFinished && RELATIONS.containsAll(codes) ? 1 : 0;
      codes.removeAll(RELATIONS);
      surrounded += isFinished && SURROUNDINGS.containsAll(codes) ? 1 : 0;
      worst.merge(conversion.worst(), 1, Integer::sum);
    }
    return new StringJoiner("\n")
        .add("| job files that Upstart accepts | " + all + " |")
        .add("| nothing but exact and dead | " + exact + " |")
        .add("| ... and relations between jobs | " + related + " |")
        .add(
            "| ... and runlevels, milestones, network, mounts, consoles, `expect`, instances | "
                + surrounded
                + " |")
        .add(
            "| nothing by hand or lost | "
                + (all - worst.getOrDefault(Level.BY_HAND, 0) - worst.getOrDefault(Level.LOST, 0))
                + " |")
        .add("| something by hand | " + worst.getOrDefault(Level.BY_HAND, 0) + " |")
        .add("| something lost | " + worst.getOrDefault(Level.LOST, 0) + " |")
        .toString();
  }

  private static Conversion convert(Map.Entry<String, JobFile> entry) {
    return SystemdConversion.to(SystemdVersion.DEFAULT)
        .convert(RealJobs.job(entry.getKey()), entry.getValue());
  }

  private static Set<ConversionCode> notExact(Conversion conversion) {
    return conversion.findings().stream()
        .filter(finding -> !finding.isImplicit())
        .filter(finding -> finding.level().compareTo(Level.DEAD) > 0)
        .map(ConversionFinding::code)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ConversionCode.class)));
  }

  @Test
  void thePageTellsHowOftenEachCodeComes() throws IOException {
    assertThat(page("systemd.md")).contains(codes());
  }

  private static String codes() throws IOException {
    Map<String, Map<Level, Integer>> counts = new TreeMap<>();
    for (Map.Entry<String, JobFile> entry : RealJobs.orSkip().entrySet()) {
      Conversion conversion = convert(entry);
      if (!conversion.units().isEmpty()) {
        conversion.findings().stream()
            .filter(finding -> !finding.isImplicit())
            .forEach(
                finding ->
                    counts
                        .computeIfAbsent(finding.code().word(), code -> new EnumMap<>(Level.class))
                        .merge(finding.level(), 1, Integer::sum));
      }
    }
    StringJoiner table = new StringJoiner("\n");
    counts.forEach((code, levels) -> table.add(row(code, levels)));
    return table.toString();
  }

  private static String row(String code, Map<Level, Integer> levels) {
    StringJoiner row = new StringJoiner(" | ", "| ", " |").add("`" + code + "`");
    for (Level level : List.of(Level.values())) {
      row.add(String.valueOf(levels.getOrDefault(level, 0)).replaceFirst("^0$", ""));
    }
    return row.toString();
  }

  @Test
  void thePageNamesEveryCode() throws IOException {
    String page = page("systemd.md");
    assertThat(ConversionCode.values())
        .allSatisfy(code -> assertThat(page).contains("`" + code.word() + "`"));
  }
}
