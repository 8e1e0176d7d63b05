package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorCommandTest {

  private static final String TIME = "(?m)^(\\d{4}-\\S+|\\{\"time\":\"[^\"]+\",)";

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    Served.job(folder, "web", "instance $N\nexec sleep 1000\n");
    Served.job(folder, "tidy", "task\nexec false\n");
    served = Served.in(folder);
  }

  @AfterEach
  void end() {
    served.close();
  }

  private Running monitor(String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = "monitor";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return Running.upstart(served.shell(), line).await("connected").await("\n");
  }

  private static String withoutTimes(Running monitor) {
    String output = monitor.output();
    return output.substring(output.indexOf('\n') + 1).replaceAll(TIME, "");
  }

  @Test
  void eventsAreToldWithEverySignOfTheirValues() {
    try (Running monitor = monitor("--event", "try*", "-n", "2")) {
      served.shell().upstart("emit", "try", "A=b=c=", "B=it's a\nline", "C=");
      served.shell().upstart("emit", "other");
      served.shell().upstart("emit", "try-2");

      assertThat(monitor.end()).isZero();
      assertThat(withoutTimes(monitor))
          .isEqualTo(" event try A=b=c= B='it'\\''s a\\nline' C=\n event try-2\n");
    }
  }

  @Test
  void jsonHasThemAsTheyAre() {
    try (Running monitor = monitor("--json", "--only", "events,connection", "--count=1")) {
      served.shell().upstart("emit", "try", "A=b=c=", "B=a\nline");

      assertThat(monitor.end()).isZero();
      assertThat(withoutTimes(monitor))
          .isEqualTo("\"kind\":\"event\",\"event\":\"try\",\"env\":[\"A=b=c=\",\"B=a\\nline\"]}\n");
    }
  }

  @Test
  void changesOfAJobAreTold() {
    try (Running monitor =
        monitor("--job", "w?b", "--only", "goals", "--only", "instances,connection", "-n", "4")) {
      served.shell().upstart("start", "tidy");
      served.shell().upstart("start", "web", "N=7");
      served.shell().upstart("stop", "web", "N=7");

      assertThat(monitor.end()).isZero();
      assertThat(withoutTimes(monitor))
          .isEqualTo(
              " instance-added web (7)\n goal web (7) start\n goal web (7) stop\n"
                  + " instance-removed web (7)\n");
    }
  }

  @Test
  void failuresAndJobsAreToldInJson() throws IOException {
    try (Running monitor = monitor("--json", "--only", "failures,jobs,connection", "-n", "2")) {
      served.shell().upstart("start", "tidy");
      monitor.await("failed");
      Served.job(folder, "more", "task\n");

      assertThat(monitor.end()).isZero();
      assertThat(withoutTimes(monitor))
          .isEqualTo(
              "\"kind\":\"failed\",\"job\":\"tidy\",\"instance\":\"\",\"status\":1}\n"
                  + "\"kind\":\"job-added\",\"job\":\"more\"}\n");
    }
  }

  @Test
  void aConnectionThatIsLostAndRegainedIsTold() throws IOException {
    try (Running monitor = monitor("-n", "2", "--only", "connection", "--utc")) {
      served.close();
      monitor.await("connection-lost");
      Served.job(folder, "more", "task\n");
      try (Served again = served.again()) {
        assertThat(monitor.end()).isZero();
        assertThat(again.shell().upstart("version").status()).isZero();
      }
      assertThat(monitor.output())
          .matches("(?s)(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z [^\n]+\n){3}")
          .endsWith(" connection-regained +more\n");
    }
  }

  @Test
  void itEndsOnSigint() {
    try (Running monitor = monitor()) {
      monitor.interrupt(served.shell());

      assertThat(monitor.end()).isEqualTo(130);
      assertThat(withoutTimes(monitor)).isEmpty();
    }
  }

  @Test
  void aReaderThatGoesAwayEndsIt() {
    Shell shell = served.shell();
    try (Running pipe =
        Running.shell(shell, "(upstart monitor; echo \"status $?\" >&2) | head -1")) {
      pipe.await("connected");
      for (int i = 0; i < 2; i++) {
        shell.upstart("emit", "try");
      }

      assertThat(pipe.end()).isZero();
      assertThat(pipe.output()).endsWith("status 141\n");
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    Shell.Result result = served.shell().upstart("monitor", "--only", "evens");

    assertThat(result.errors())
        .isEqualTo(
            "upstart monitor: --only takes events, goals, states, failures, instances, jobs,"
                + " connection, not \"evens\"\nTry: upstart monitor --help\n");
    assertThat(result.status()).isEqualTo(2);
    assertThat(served.shell().upstart("monitor", "--transport", "pigeon").status()).isEqualTo(2);
  }
}
