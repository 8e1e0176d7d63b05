package org.upstart4j.it.fleet.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.upstart4j.it.Shell;

/** Many hosts, of which some hang, refuse, are mute, slow, or die in the middle. */
@Timeout(1800)
@Isolated("it starts many programs")
class FaultyHostsTest {

  private static final int COUNT = ManyHostsTest.COUNT;
  private static final Duration RUN = Duration.ofMinutes(10);

  /** Most batches have a host that takes all of it. */
  private static final Duration EACH = Duration.ofSeconds(COUNT > 100 ? 20 : 10);

  @TempDir private Path folder;

  @BeforeEach
  void needsTheCommand() {
    Shell.in(folder);
  }

  /** Of a hundred 3 hang, 2 refuse, 1 dies in the middle, 1 is mute, and 1 is slow. */
  private static Optional<Fault> fault(int number) {
    return switch (number % 100) {
      case 7, 34, 71 -> Optional.of(Fault.HANGS);
      case 12, 88 -> Optional.of(Fault.REFUSES);
      case 45 -> Optional.of(Fault.DIES);
      case 60 -> Optional.of(Fault.IS_MUTE);
      case 93 -> Optional.of(Fault.IS_SLOW);
      default -> Optional.empty();
    };
  }

  private static int failing() {
    int failing = 0;
    for (int i = 0; i < COUNT; i++) {
      failing += fault(i).filter(fault -> fault != Fault.IS_SLOW).isPresent() ? 1 : 0;
    }
    return failing;
  }

  private static JsonObject summary(Measured command) {
    String last = command.lines().get(command.lines().size() - 1);
    return JsonParser.parseString(last).getAsJsonObject().getAsJsonObject("summary");
  }

  private static int sum(JsonObject summary) {
    return summary.get("done").getAsInt()
        + summary.get("failed").getAsInt()
        + summary.get("unknown").getAsInt()
        + summary.get("untried").getAsInt();
  }

  @Test
  void aRollingRestartEndsInItsDeadlineAndLosesNobody() throws IOException {
    try (ManyHosts hosts = ManyHosts.in(folder, COUNT, FaultyHostsTest::fault);
        Measured command = restart(hosts, "--max-failures=100%")) {
      command.end();
      ManyHostsTest.tell("restart --rolling 10%", command);

      JsonObject summary = summary(command);
      assertThat(summary.get("failed").getAsInt()).isEqualTo(failing());
      assertThat(summary.get("done").getAsInt()).isEqualTo(COUNT - failing());
      assertThat(sum(summary)).isEqualTo(COUNT);
      assertThat(command.lines()).hasSize(COUNT + 1);
      assertThat(command.took()).isLessThan(RUN);
      assertThat(hosts.running()).isEmpty();
    }
  }

  private static Measured restart(ManyHosts hosts, String... more) {
    List<String> words =
        new ArrayList<>(List.of("restart", "web", "--rolling=10%", "--json", "--unchecked"));
    words.addAll(
        List.of("--timeout=" + EACH.toSeconds() + "s", "--run-timeout=" + RUN.toSeconds() + "s"));
    words.addAll(List.of(more));
    return hosts.upstart(words.toArray(String[]::new));
  }

  @Test
  void aRestartThatWasStoppedByFailuresGoesOnWithTheRest() throws IOException {
    try (ManyHosts hosts = ManyHosts.in(folder, COUNT, FaultyHostsTest::fault)) {
      JsonObject first;
      try (Measured command = restart(hosts, "--max-failures=1", "--resume=web.record")) {
        command.end();
        first = summary(command);
        assertThat(sum(first)).isEqualTo(COUNT);
        assertThat(first.get("untried").getAsInt()).isPositive();
      }
      try (Measured command = restart(hosts, "--max-failures=100%", "--resume=web.record")) {
        command.end();
        JsonObject second = summary(command);
        assertThat(second.get("done").getAsInt()).isEqualTo(COUNT - failing());
        assertThat(second.get("failed").getAsInt()).isEqualTo(failing());
        assertThat(sum(second)).isEqualTo(COUNT);
      }
      assertThat(Files.size(folder.resolve("web.record"))).isPositive();
      assertThat(hosts.running()).isEmpty();
    }
  }
}
