package org.upstart4j.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Environment;
import org.upstart4j.Wait;
import org.upstart4j.it.exporter.Exporter;

/** {@code upstart exporter --inventory}: the numbers of many hosts. */
class ExporterOfHostsTest {

  @TempDir Path folder;

  private static Exporter exporter(FakeHosts hosts, String... more) {
    String[] all = {"--inventory", "hosts.ini", "--timeout", "5s"};
    String[] line = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, line, all.length, more.length);
    return Exporter.start(hosts.shell(), line);
  }

  @Test
  void eachHostHasItsNumbersAndOneThatRefusesIsZeroAndNoHole() throws IOException {
    try (FakeHosts hosts = FakeHosts.in(folder)) {
      hosts.job("web1", "web.conf", "").job("web2", "web.conf", "");
      hosts.running("web1", "web2").refusing("down");
      try (Exporter exporter = exporter(hosts)) {
        exporter.await("upstart_up{host=\"web1\"} 1.0");
        exporter.await("upstart_up{host=\"web2\"} 1.0");
        exporter.await("upstart_up{host=\"down\"} 0.0");
        exporter.program().await("upstart exporter: down does not answer: ");

        hosts.engine("web1").job("web").start(Environment.EMPTY, Wait.FOREVER);

        exporter.await("upstart_job_running{host=\"web1\",name=\"web\"} 1.0");
        exporter.await("upstart_job_starts_total{host=\"web1\",name=\"web\"} 1.0");
        assertThat(exporter.metrics())
            .contains("upstart_job_running{host=\"web2\",name=\"web\"} 0.0\n");
      }
    }
  }

  @Test
  void aProbeIsOfOneHostWithoutItsNameAndOfNoOtherThanTheInventorys() throws IOException {
    try (FakeHosts hosts = FakeHosts.in(folder)) {
      hosts.job("web1", "web.conf", "").running("web1").refusing("down");
      try (Exporter exporter = exporter(hosts)) {
        exporter.await("upstart_up{host=\"web1\"} 1.0");

        HttpResponse<String> web1 = exporter.ask("GET", "/probe?target=web1");
        assertThat(web1.body())
            .contains("upstart_up 1.0\n", "upstart_job_running{name=\"web\"} 0.0\n")
            .doesNotContain("host=");
        assertThat(exporter.ask("GET", "/probe?target=down").body()).contains("upstart_up 0.0\n");
        assertThat(exporter.ask("GET", "/probe?target=other").statusCode()).isEqualTo(404);
        assertThat(exporter.ask("GET", "/probe?target=web1&target=down").statusCode())
            .isEqualTo(400);
      }
    }
  }

  @Test
  void aHostThatHangsKeepsNoOtherFromItsNumbers() throws IOException {
    try (FakeHosts hosts = FakeHosts.in(folder)) {
      hosts.job("web1", "web.conf", "").running("web1").hanging("stuck");
      try (Exporter exporter = exporter(hosts)) {
        exporter.await("upstart_up{host=\"web1\"} 1.0");
        exporter.await("upstart_up{host=\"stuck\"} 0.0");
      }
    }
  }
}
