package org.upstart4j.initctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Upstart;
import org.upstart4j.Wait;

/** Exceptions get into logs that many read: they hold no value of a variable. */
class SecretsTest {

  private static final Environment SECRET = Environment.of("PW", "hunter2");

  @TempDir Path folder;

  static Stream<List<String>> failures() {
    return Stream.of(
        List.of("sleep 1000"),
        List.of("exit 3"),
        List.of("kill -9 $$"),
        List.of("echo 'initctl: what is PW=hunter2?' >&2; exit 1"),
        List.of("echo PW=hunter2"),
        List.of("head -c 20000000 /dev/zero"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void noFailureTellsTheValueOfAVariable(List<String> lines) {
    String program = FakeProgram.of(folder, "initctl", lines.toArray(String[]::new));
    try (Upstart upstart =
        InitctlUpstart.builder().program(program).timeout(Duration.ofSeconds(1)).build()) {
      Wait wait = Wait.atMost(Duration.ofMillis(500));
      List<Throwable> failures = new ArrayList<>();
      for (Runnable call :
          List.<Runnable>of(
              () -> upstart.emit(new Event("x", SECRET), wait),
              () -> upstart.job("web").start(SECRET, wait),
              () -> upstart.environment().set(SECRET))) {
        failures.add(catchThrowable(call::run));
      }
      assertThat(failures).anyMatch(Objects::nonNull);
      failures.forEach(SecretsTest::assertNoSecret);
    }
  }

  @Test
  void neitherDoesTheRefusalOfOne() {
    try (Upstart upstart = InitctlUpstart.builder().runner(new FakeRunner()).build()) {
      for (Map.Entry<String, String> refused :
          Map.of("PW", "hunter2\n", "-PW", "hunter2", "WORD", "hunter2\0").entrySet()) {
        Throwable failure =
            catchThrowable(
                () ->
                    upstart.emit(
                        new Event("x", Environment.of(refused.getKey(), refused.getValue()))));
        assertThat(failure).isNotNull();
        assertNoSecret(failure);
      }
    }
  }

  private static void assertNoSecret(Throwable failure) {
    for (Throwable next = failure; next != null; next = next.getCause()) {
      assertThat(String.valueOf(next.getMessage())).doesNotContain("hunter2");
    }
  }
}
