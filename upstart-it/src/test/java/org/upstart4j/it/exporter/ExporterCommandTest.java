package org.upstart4j.it.exporter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.Shell;

class ExporterCommandTest {

  private static final String OPEN_METRICS = "application/openmetrics-text";

  @TempDir Path folder;

  private final Engine engine =
      new Engine().job("web", "exec web").job("tty", "exec tty").job("broken", "exec broken");

  @AfterEach
  void close() {
    engine.close();
  }

  private Shell shell() {
    return Shell.in(folder).with("UPSTART_SESSION", engine.serve());
  }

  @Test
  void thePrometheusTextSaysHowJobsStandAndWhatHappens() {
    engine.processes().when("broken").exitsWith(1);
    Shell shell = shell();
    try (Exporter exporter = Exporter.start(shell)) {
      assertThat(exporter.metrics())
          .contains("# TYPE upstart_up gauge\nupstart_up 1.0\n")
          .contains("upstart_jobs{state=\"waiting\"} 3.0\n")
          .contains("upstart_job_running{name=\"web\"} 0.0\n");

      engine.start("web");
      engine.start("broken");

      exporter.await("upstart_job_running{name=\"web\"} 1.0");
      exporter.await(
          "upstart_job_failures_total{cause=\"exit\",name=\"broken\",process=\"main\"} 1.0");
      exporter.await("upstart_job_starts_total{name=\"web\"} 1.0");
    }
  }

  @Test
  void whoeverAcceptsOpenMetricsGetsIt() {
    try (Exporter exporter = Exporter.start(shell())) {
      HttpResponse<String> open = exporter.ask("GET", "/metrics", "Accept", OPEN_METRICS);
      assertThat(open.headers().firstValue("Content-Type").orElse("")).startsWith(OPEN_METRICS);
      assertThat(open.body()).endsWith("# EOF\n");

      HttpResponse<String> text = exporter.ask("GET", "/metrics");
      assertThat(text.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
      assertThat(text.body()).doesNotContain("# EOF");
    }
  }

  @Test
  void onlyWhatIsThereCanBeReadAndNothingCanBeChanged() {
    try (Exporter exporter = Exporter.start(shell())) {
      assertThat(exporter.ask("GET", "/-/healthy").statusCode()).isEqualTo(200);
      assertThat(exporter.ask("GET", "/etc/passwd").statusCode()).isEqualTo(404);
      assertThat(exporter.ask("POST", "/metrics").statusCode()).isEqualTo(405);
      assertThat(exporter.ask("DELETE", "/metrics").headers().firstValue("Allow"))
          .contains("GET, HEAD");
      assertThat(exporter.ask("HEAD", "/metrics").body()).isEmpty();
      assertThat(exporter.ask("GET", "/probe").statusCode()).isEqualTo(400);
      assertThat(exporter.ask("GET", "/probe?target=example.org").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void patternsSayWhichJobsHaveNumbers() {
    try (Exporter exporter =
        Exporter.start(shell(), "--jobs-exclude", "tty*,bro*", "--per-state")) {
      assertThat(exporter.metrics())
          .contains("upstart_job_state{name=\"web\",state=\"waiting\"} 1.0\n")
          .contains("upstart_jobs{state=\"waiting\"} 3.0\n")
          .doesNotContain("tty", "broken");
    }
  }

  @Test
  void clientsThatSayNothingOrTooMuchKeepNobodyFromTheNumbers() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (Exporter exporter = Exporter.start(shell())) {
      String[] place = exporter.place().split(":");
      for (int i = 0; i < 40; i++) {
        Socket client = new Socket(InetAddress.getByName(place[0]), Integer.parseInt(place[1]));
        client.getOutputStream().write("GET /metrics HTTP/1.1\r\nX-".getBytes(US_ASCII));
        slow.add(client);
      }
      Socket greedy = new Socket(InetAddress.getByName(place[0]), Integer.parseInt(place[1]));
      slow.add(greedy);
      sendLongHeader(greedy);

      exporter.await("upstart_up 1.0");
    } finally {
      for (Socket client : slow) {
        client.close();
      }
    }
  }

  /** Until the other side has had enough. */
  private static void sendLongHeader(Socket client) {
    try {
      client.getOutputStream().write("GET / HTTP/1.1\r\nX: ".getBytes(US_ASCII));
      for (int i = 0; i < 100; i++) {
        client.getOutputStream().write(new byte[10_000]);
      }
    } catch (IOException closed) {
      assertThat(closed).isNotNull();
    }
  }

  @Test
  void anUpstartThatIsGoneIsANumberAndNotAHole() {
    Shell shell = shell();
    try (Exporter exporter = Exporter.start(shell)) {
      exporter.await("upstart_up 1.0");

      engine.close();

      exporter.await("upstart_up 0.0");
      assertThat(exporter.metrics())
          .contains("upstart_connection_lost_total 1.0\n")
          .doesNotContain("upstart_job_running");
      exporter.program().await("upstart exporter: Upstart does not answer: ");
    }
  }

  @Test
  void whereNobodyAnswersItRunsAllTheSame() {
    Shell nobody = Shell.in(folder).with("UPSTART_SESSION", "unix:abstract=/upstart-it/nobody");
    try (Exporter exporter = Exporter.start(nobody)) {
      assertThat(exporter.metrics()).contains("upstart_up 0.0\n");
      assertThat(exporter.ask("GET", "/-/healthy").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aPlaceThatIsTakenIsSaid() {
    try (Exporter exporter = Exporter.start(shell())) {
      Shell.Result second = shell().upstart("exporter", "--listen", exporter.place());

      assertThat(second.errors())
          .isEqualTo(
              "upstart exporter: cannot listen at "
                  + exporter.place()
                  + ": Address already in use; choose another place: --listen HOST:PORT\n");
      assertThat(second.status()).isEqualTo(1);
    }
  }

  @Test
  void itEndsOnAnInterruptWithoutAWord() {
    Shell shell = shell();
    try (Exporter exporter = Exporter.start(shell)) {
      exporter.program().interrupt(shell);

      assertThat(exporter.program().end()).isEqualTo(130);
      assertThat(exporter.program().output()).endsWith("/metrics\n");
    }
  }

  @Test
  void onceItPrintsTheNumbersAndEnds() {
    Shell.Result once = shell().upstart("exporter", "--once");

    assertThat(once.errors()).isEmpty();
    assertThat(once.output()).contains("\nupstart_up 1.0\n");
    assertThat(once.status()).isZero();
    Shell.Result nobody =
        shell()
            .with("UPSTART_SESSION", "unix:abstract=/upstart-it/no")
            .upstart("exporter", "--once");
    assertThat(nobody.output()).contains("\nupstart_up 0.0\n");
    assertThat(nobody.errors()).startsWith("upstart exporter: Upstart does not answer: ");
    assertThat(nobody.status()).isEqualTo(1);
  }

  @Test
  void wrongArgumentsAreSaid() {
    for (String[] wrong :
        new String[][] {
          {"--listen", "9560"},
          {"--listen", "127.0.0.1:70000"},
          {"--otlp", "localhost"},
          {"--interval", "0s"},
          {"--once", "--listen", "127.0.0.1:0"}
        }) {
      List<String> line = new ArrayList<>(List.of("exporter"));
      line.addAll(List.of(wrong));
      Shell.Result result = shell().upstart(line.toArray(String[]::new));

      assertThat(result.status()).as("%s", line).isEqualTo(2);
      assertThat(result.errors()).as("%s", line).contains(wrong[0]).contains("Try: ");
    }
  }
}
