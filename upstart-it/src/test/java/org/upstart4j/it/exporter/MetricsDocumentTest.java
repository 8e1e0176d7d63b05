package org.upstart4j.it.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.upstart4j.it.Project;
import org.upstart4j.micrometer.MetricOptions;
import org.upstart4j.micrometer.UpstartMetrics;

/**
 * What docs/metrics.md, the alerts and the dashboard say about the numbers, against the numbers.
 */
class MetricsDocumentTest {

  private static final Pattern NAME = Pattern.compile("\\bupstart_[a-z_]+\\b");

  private static Set<String> rows() throws IOException {
    Set<String> rows = new TreeSet<>();
    for (String line : Files.readAllLines(Project.file("docs/metrics.md"))) {
      if (line.startsWith("| `upstart.")) {
        List<String> cells =
            Arrays.stream(line.split("\\|")).map(cell -> cell.strip().replace("`", "")).toList();
        rows.add(
            String.join(
                " | ", cells.get(1), cells.get(3), cells.get(4), cells.get(5), cells.get(7)));
      }
    }
    return rows;
  }

  private static String row(Meter meter) {
    Meter.Id id = meter.getId();
    return String.join(
        " | ",
        id.getName(),
        id.getType().name().toLowerCase(Locale.ROOT),
        Objects.requireNonNullElse(id.getBaseUnit(), ""),
        id.getTags().stream().map(Tag::getKey).sorted().collect(Collectors.joining(", ")),
        String.valueOf(id.getDescription()));
  }

  /** A registry in which there is everything. */
  private static PrometheusMeterRegistry everything() throws IOException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (Engine engine = new Engine()) {
      engine.job("web", "respawn", "exec web").job("broken", "exec broken");
      engine.processes().when("broken").exitsWith(1);
      UpstartMetrics metrics =
          UpstartMetrics.of(engine.upstart(), MetricOptions.USUAL.withStates());
      metrics.bindTo(registry);
      metrics.look();
      engine.start("web");
      engine.start("broken");
      engine.mainOf("web").exits(1);
      engine.settle();
      for (String name : List.of("upstart.job.respawns", "upstart.job.failures")) {
        Engine.await(() -> registry.find(name).counter() != null);
      }
      Engine.await(
          () -> {
            // a look may be faster than the word that the job runs again
            metrics.look();
            return registry.find("upstart.job.start.time").gauge() != null;
          });
      // not closed, as that would remove all
      return registry;
    }
  }

  @Test
  void theTableHasEveryNumberAndNoOther() throws IOException {
    Set<String> registered = new TreeSet<>();
    everything().getMeters().forEach(meter -> registered.add(row(meter)));

    assertThat(rows()).containsExactlyElementsOf(registered);
  }

  private static Set<String> inPrometheus() throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher samples = Pattern.compile("(?m)^(upstart_\\w+)[ {]").matcher(everything().scrape());
    while (samples.find()) {
      names.add(samples.group(1));
    }
    return names;
  }

  @Test
  void theNamesInPrometheusAreThoseOfTheTable() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String line : Files.readAllLines(Project.file("docs/metrics.md"))) {
      if (line.startsWith("| `upstart.")) {
        named.add(line.split("\\|")[2].strip().replace("`", ""));
      }
    }

    Set<String> shown = new TreeSet<>();
    for (String name : inPrometheus()) {
      shown.add(name.replaceFirst("_seconds_(sum|count|max)$", "_seconds"));
    }
    assertThat(shown).containsExactlyElementsOf(named);
  }

  @Test
  void theDashboardTheAlertsAndTheFederationNameOnlyWhatThereIs() throws IOException {
    Set<String> known = inPrometheus();
    for (String file :
        List.of("examples/grafana/upstart.json", "examples/prometheus/upstart-alerts.yml")) {
      assertThat(names(file)).as(file).isNotEmpty().isSubsetOf(known);
    }
    String federation = Files.readString(Project.file("examples/prometheus/federate.yml"));
    Matcher taken = Pattern.compile("upstart_\\(([a-z_|]+)\\)").matcher(federation);
    assertThat(taken.find()).isTrue();
    assertThat(taken.group(1).split("\\|")).allMatch(name -> known.contains("upstart_" + name));
  }

  private static Set<String> names(String file) throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher found = NAME.matcher(Files.readString(Project.file(file)));
    while (found.find()) {
      names.add(found.group());
    }
    return names;
  }
}
