package org.upstart4j.it.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.Shell;

/** What a collector of OpenTelemetry's gets. */
class OtlpTest {

  @TempDir Path folder;

  private final Map<String, Metric> received = new ConcurrentHashMap<>();
  private final Set<String> services = new ConcurrentSkipListSet<>();
  private final Engine engine = new Engine().job("web", "exec web");
  private HttpServer collector;

  @BeforeEach
  void startCollector() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/v1/metrics", this::receive);
    collector.start();
  }

  @AfterEach
  void close() {
    engine.close();
    collector.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      InputStream body = exchange.getRequestBody();
      ExportMetricsServiceRequest.parseFrom(packed ? new GZIPInputStream(body) : body)
          .getResourceMetricsList()
          .forEach(
              resource -> {
                resource
                    .getResource()
                    .getAttributesList()
                    .forEach(
                        one -> services.add(one.getKey() + "=" + one.getValue().getStringValue()));
                resource
                    .getScopeMetricsList()
                    .forEach(
                        scope ->
                            scope
                                .getMetricsList()
                                .forEach(metric -> received.put(metric.getName(), metric)));
              });
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Test
  void aCollectorGetsTheNumbersUnderTheirNames() {
    Shell shell = Shell.in(folder).with("UPSTART_SESSION", engine.serve());
    String url = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/metrics";
    try (Exporter exporter = Exporter.start(shell, "--otlp", url)) {
      engine.start("web");

      Engine.await(() -> received.containsKey("upstart.job.starting"));
      assertThat(received.keySet())
          .contains("upstart.up", "upstart.jobs", "upstart.job.running", "upstart.job.starts");
      assertThat(received.get("upstart.job.starting").getUnit()).isEqualTo("seconds");
      assertThat(services).contains("service.name=upstart-exporter");
      // both ways at once
      exporter.await("upstart_job_running{name=\"web\"} 1.0");
    }
  }

  @Test
  void aCollectorThatIsGoneIsSaidAndKeepsNobodyFromTheNumbers() {
    Shell shell = Shell.in(folder).with("UPSTART_SESSION", engine.serve());
    String url = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/metrics";
    collector.stop(0);
    try (Exporter exporter = Exporter.start(shell, "--otlp", url)) {
      exporter.program().await("upstart exporter: The collector does not answer: ");
      exporter.await("upstart_up 1.0");
    }
  }
}
