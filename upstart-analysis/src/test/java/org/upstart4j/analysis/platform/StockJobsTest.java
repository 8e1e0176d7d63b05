package org.upstart4j.analysis.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.Verdict;

/** What the stock jobs of a platform wait for is there on it. */
class StockJobsTest {

  private static final Set<String> OF_JOBS = Set.of("starting", "started", "stopping", "stopped");

  /** A job's name within the name of a file of the corpus: {@code etc__init__NAME@VERSION.conf}. */
  private static final Pattern NAME =
      Pattern.compile("(?:.*__)?(?<job>.+?)(?:@[0-9a-f]{8})?\\.(?:conf|upstart)");

  private static final Pattern EMIT =
      Pattern.compile("initctl(?: +-\\S+)* +emit(?: +-\\S+)* +(?<event>[\\w.:-]+)");

  @ParameterizedTest
  @CsvSource({
    "ubuntu-16.04, Bravedragon0313__RIng_api",
    "ubuntu-12.04, flavius62__tieger_etc",
    "ubuntu-16.04, ubports__upstart",
    "ubports, ubports__ubuntu-touch-session",
    "ubuntu-14.04, linuxmint__mdm",
    "ubuntu-14.04, lxc__cgmanager",
    "ubuntu-11.04, Jolicloud__plymouth",
    "chromeos, ArthurSonzogni__chromiumos-platform2"
  })
  void whatStockJobsWaitForIsProvidedByTheirPlatform(String platform, String folder)
      throws IOException {
    Provided provided = Platform.find(platform).orElseThrow().provides();
    List<Path> files = files(folder);
    Set<String> jobs = files.stream().flatMap(StockJobsTest::job).collect(Collectors.toSet());
    Set<String> events = files.stream().flatMap(StockJobsTest::emitted).collect(Collectors.toSet());

    List<EventMatch> unknown =
        files.stream()
            .flatMap(file -> conditions(file, Platform.find(platform).orElseThrow()))
            .flatMap(EventExpression::matches)
            .filter(match -> !events.contains(match.event()))
            .filter(match -> !isProvided(provided, jobs, match))
            .toList();

    assertThat(files).isNotEmpty();
    assertThat(unknown).isEmpty();
  }

  private static boolean isProvided(Provided provided, Set<String> jobs, EventMatch match) {
    if (provided.event(match.event()).isEmpty()) {
      return false;
    }
    Optional<String> job = OF_JOBS.contains(match.event()) ? jobOf(match) : Optional.empty();
    return job.filter(name -> name.indexOf('$') < 0)
        .map(name -> jobs.contains(name) || provided.job(name).isPresent())
        .orElse(true);
  }

  private static Optional<String> jobOf(EventMatch match) {
    return match.arguments().stream()
        .filter(argument -> argument.startsWith("JOB=") || argument.indexOf('=') < 0)
        .map(argument -> argument.startsWith("JOB=") ? argument.substring(4) : argument)
        .findFirst();
  }

  private static Stream<EventExpression> conditions(Path file, Platform platform) {
    JobFile text = JobFile.parse(read(file));
    Verdict verdict = JobDefinition.verdict("job", text, platform.version());
    return verdict instanceof Verdict.Accepted accepted
        ? Stream.of(accepted.definition().startOn(), accepted.definition().stopOn())
            .flatMap(Optional::stream)
        : Stream.empty();
  }

  private static Stream<String> job(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches() ? Stream.of(name.group("job")) : Stream.empty();
  }

  private static Stream<String> emitted(Path file) {
    return EMIT.matcher(new String(read(file), StandardCharsets.ISO_8859_1))
        .results()
        .map(result -> result.group(1));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Path> files(String name) throws IOException {
    Path folder = corpus().resolve("real/files").resolve(name);
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static Path corpus() {
    Path start = Path.of("").toAbsolutePath();
    while (!Files.exists(start.resolve("mvnw"))) {
      start = start.getParent();
    }
    Path corpus = start.resolveSibling("shared").resolve("corpus");
    assumeTrue(
        Files.isDirectory(corpus),
        () -> "skipped: this test reads job files from " + corpus + ", which is not there");
    return corpus;
  }
}
