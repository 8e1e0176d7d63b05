package org.upstart4j.it.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.Project;
import org.upstart4j.it.Shell;

/** The numbers in the real Prometheus, and the files for it. */
class PrometheusTest {

  private static final String SCRAPE =
      """
      global: {scrape_interval: 200ms, scrape_timeout: 200ms, evaluation_interval: 200ms}
      rule_files: ["%s"]
      scrape_configs:
        - job_name: upstart
          static_configs: [{targets: ["%s"]}]
      """;

  @TempDir Path folder;

  private final Engine engine = new Engine().job("web", "exec web").job("broken", "exec broken");

  @AfterEach
  void close() {
    engine.close();
  }

  private Shell shell() {
    return Shell.in(folder).with("UPSTART_SESSION", engine.serve());
  }

  private static Path example(String name) {
    return Project.file("examples/prometheus/" + name);
  }

  private RealPrometheus prometheusOf(Exporter exporter) throws IOException {
    return RealPrometheus.start(
        folder.resolve("first"), SCRAPE.formatted(example("upstart-alerts.yml"), exporter.place()));
  }

  @Test
  void prometheusHasTheNumbersAndAFailureAlerts() throws IOException {
    engine.processes().when("broken").exitsWith(1);
    Shell shell = shell();
    try (Exporter exporter = Exporter.start(shell);
        RealPrometheus prometheus = prometheusOf(exporter)) {
      prometheus.await("upstart_up", "job=upstart", "1");
      // the job's name keeps its label, as "job" is Prometheus's own
      assertThat(prometheus.await("upstart_job_running", "name=web", "0"))
          .containsKey("instance=" + exporter.place() + " job=upstart name=web");

      engine.start("web");
      engine.start("broken");

      prometheus.await("upstart_job_running", "name=web", "1");
      prometheus.await("upstart_job_failures_total", "name=broken", "1");
      prometheus.await("ALERTS", "alertname=UpstartJobFailing alertstate=firing", "1");
    }
  }

  @Test
  void aPrometheusOfManySitesTakesTheNumbersFromTheirs() throws IOException {
    Shell shell = shell();
    try (Exporter exporter = Exporter.start(shell);
        RealPrometheus site = prometheusOf(exporter)) {
      String federation =
          Files.readString(example("federate.yml"))
              .replace("127.0.0.1:9090", site.place())
              .replace("30s", "200ms\n  scrape_timeout: 200ms")
              .replace("upstart-alerts.yml", example("upstart-alerts.yml").toString());
      try (RealPrometheus all = RealPrometheus.start(folder.resolve("all"), federation)) {
        assertThat(all.await("upstart_job_running", "name=web", "0"))
            .containsKey("instance=" + exporter.place() + " job=upstart name=web site=north");
      }
    }
  }

  @Test
  void promtoolFindsNothingWrongWithTheNumbers() throws IOException {
    Shell shell = shell();
    RealPrometheus.need(shell, "promtool");
    engine.processes().when("broken").exitsWith(1);
    try (Exporter exporter = Exporter.start(shell, "--per-state")) {
      engine.start("web");
      engine.start("broken");
      exporter.await("upstart_job_starting_seconds_count{name=\"web\"} 1");
      exporter.await("upstart_job_failures_total");
      Files.writeString(folder.resolve("metrics"), exporter.metrics());
    }

    Shell.Result check = shell.sh("promtool check metrics <metrics");

    assertThat(check.errors()).isEmpty();
    assertThat(check.status()).isZero();
  }

  @Test
  void theAlertsPassTheirTestsAndTheConfigurationsAreRight() {
    Shell shell = Shell.in(Project.file("examples/prometheus"));
    RealPrometheus.need(shell, "promtool");

    for (String command :
        new String[] {
          "test rules upstart-alerts.test.yml",
          "check rules upstart-alerts.yml",
          "check config prometheus.yml",
          "check config federate.yml"
        }) {
      Shell.Result result = shell.sh("promtool " + command);
      assertThat(result.status())
          .as("%s: %s%s", command, result.output(), result.errors())
          .isZero();
    }
  }

  @Test
  void theDashboardIsOneThatGrafanaCanImport() throws IOException {
    JsonObject dashboard =
        JsonParser.parseString(Files.readString(Project.file("examples/grafana/upstart.json")))
            .getAsJsonObject();

    assertThat(dashboard.get("title").getAsString()).isEqualTo("Upstart");
    assertThat(dashboard.get("schemaVersion").getAsInt()).isPositive();
    JsonArray panels = dashboard.getAsJsonArray("panels");
    Set<Integer> ids = new HashSet<>();
    for (JsonElement panel : panels) {
      ids.add(panel.getAsJsonObject().get("id").getAsInt());
      assertThat(panel.getAsJsonObject().getAsJsonArray("targets"))
          .isNotEmpty()
          .allMatch(
              target -> target.getAsJsonObject().get("expr").getAsString().contains("upstart_"));
      assertThat(panel.getAsJsonObject().getAsJsonObject("gridPos").keySet())
          .containsExactlyInAnyOrder("x", "y", "w", "h");
    }
    assertThat(ids).hasSize(panels.size());
  }

  /** Each query is one that Prometheus understands. */
  @Test
  void theQueriesOfTheDashboardAreRight() throws IOException {
    Shell shell = Shell.in(folder);
    RealPrometheus.need(shell, "promtool");
    StringBuilder rules = new StringBuilder("groups: [{name: dashboard, rules: [\n");
    for (JsonElement panel :
        JsonParser.parseString(Files.readString(Project.file("examples/grafana/upstart.json")))
            .getAsJsonObject()
            .getAsJsonArray("panels")) {
      for (JsonElement target : panel.getAsJsonObject().getAsJsonArray("targets")) {
        String query = target.getAsJsonObject().get("expr").getAsString();
        rules
            .append("{record: a, expr: '")
            .append(query.replace("$__rate_interval", "1m"))
            .append("'},\n");
      }
    }
    Files.writeString(folder.resolve("rules.yml"), rules.append("]}]\n"));

    Shell.Result check = shell.sh("promtool check rules rules.yml");

    assertThat(check.errors()).doesNotContain("could not parse");
    assertThat(check.status()).isZero();
  }
}
