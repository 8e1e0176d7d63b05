package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Holds every version to what its own parser said of the job files of the corpus. */
class VersionCorpusTest {

  private static final String OVER = " over ";

  /** What a version's parser said of one file, or of an override file over a conf file. */
  private record Expected(
      String file,
      boolean accepted,
      @Nullable String kind,
      @Nullable String line,
      @Nullable String position,
      @Nullable String console) {

    static Expected of(String json) {
      boolean line = !json.contains("\"init_reports_line\": false");
      return new Expected(
          String.valueOf(value(json, "file")),
          "true".equals(value(json, "ok")),
          value(json, "error_kind"),
          line ? value(json, "error_line") : null,
          value(json, "error_pos"),
          value(json, "console"));
    }

    private static @Nullable String value(String json, String key) {
      Matcher matcher = Pattern.compile("\"" + key + "\": \"?([^\",}]*)").matcher(json);
      return matcher.find() ? matcher.group(1) : null;
    }

    Optional<String> differs(Verdict verdict) {
      if (verdict instanceof Verdict.Rejected rejected) {
        return accepted
            ? Optional.of("rejected: " + rejected.problem())
            : differs(rejected.problem());
      }
      String found =
          ((Verdict.Accepted) verdict).definition().console().map(Console::text).orElse("");
      return !accepted
          ? Optional.of("accepted")
          : console != null && !console.equals(found)
              ? Optional.of("console " + found)
              : Optional.empty();
    }

    private Optional<String> differs(Problem problem) {
      String foundLine = String.valueOf(problem.upstartLine());
      String foundPosition = String.valueOf(problem.upstartPosition());
      boolean same =
          (kind == null || kind.equals(problem.fault().code()))
              && (line == null || line.equals(foundLine))
              && (position == null || position.equals(foundPosition));
      return same
          ? Optional.empty()
          : Optional.of(foundPosition + ", " + foundLine + ": " + problem);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyVersionJudgesTheCorpusAsItsOwnParser(UpstartVersion version) throws IOException {
    Corpus corpus = Corpus.orSkip();
    String results = "versions/" + version;
    assumeTrue(
        Files.isDirectory(corpus.path(results)),
        () -> "skipped: the parser of " + version + " was not asked");

    List<String> wrong = new ArrayList<>();
    int checked =
        compare(version, corpus, results + "/edge.jsonl", "edge/files", wrong)
            + compare(version, corpus, results + "/real.jsonl", "real/files", wrong)
            + compare(version, corpus, results + "/edge-combined.jsonl", "edge/pairs", wrong)
            + compare(version, corpus, results + "/real-combined.jsonl", "real/files", wrong);

    assertThat(wrong).isEmpty();
    assertThat(checked).isGreaterThan(1_900);
  }

  private static int compare(
      UpstartVersion version, Corpus corpus, String results, String folder, List<String> wrong)
      throws IOException {
    if (!Files.exists(corpus.path(results))) {
      return 0;
    }
    List<String> lines = Files.readAllLines(corpus.path(results));
    for (String line : lines) {
      Expected expected = Expected.of(line);
      Verdict verdict = verdict(corpus.path(folder), expected.file(), version);
      expected.differs(verdict).ifPresent(found -> wrong.add(expected + " but " + found));
    }
    return lines.size();
  }

  private static Verdict verdict(Path folder, String name, UpstartVersion version)
      throws IOException {
    int over = name.indexOf(OVER);
    JobFile file = JobFile.read(folder.resolve(over < 0 ? name : name.substring(0, over)));
    return over < 0
        ? JobDefinition.verdict("edge", file, version)
        : JobDefinition.verdict(
            "edge",
            JobFile.read(folder.resolve(name.substring(over + OVER.length()))),
            file,
            version);
  }

  @ParameterizedTest
  @EnumSource(names = {"V0_6_5", "V0_6_7", "V0_6_5_EL6", "V1_2"})
  void whatKeepsAJobFromStartingGoesAgainToTheLastByte(UpstartVersion version) {
    StartSwitch start = new StartSwitch(version);
    for (Path path : Corpus.orSkip().all()) {
      JobFile file = JobFile.ofOwn(Corpus.bytes(path));
      boolean accepted = JobDefinition.verdict("job", file, version) instanceof Verdict.Accepted;
      if (accepted && start.on(file).equals(file)) {
        JobFile off = start.offInConf(file);
        assertThat(start.on(off)).as("%s", path).isEqualTo(file);
        assertThat(JobDefinition.of("job", off, version).startOn().filter(start::isAutomatic))
            .as("%s", path)
            .isEmpty();
      }
    }
  }
}
