package org.upstart4j.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.Running;

/** What happens on many hosts, in one stream. */
class MonitorOfHostsTest {

  @TempDir Path folder;
  private FakeHosts hosts;

  @BeforeEach
  void serve() throws IOException {
    hosts = FakeHosts.in(folder);
    hosts.job("web1", "web.conf", "exec sleep 1000\n").job("web2", "web.conf", "exec sleep 1000\n");
    hosts.running("web1", "web2").refusing("gone");
  }

  @AfterEach
  void end() {
    hosts.close();
  }

  @Test
  void eachLineNamesItsHostAndLossesAndReturnsAreTold() throws IOException {
    try (Running monitor =
        Running.upstart(
            hosts.shell(),
            "monitor",
            "--inventory",
            "hosts.ini",
            "--only",
            "events,connection",
            "--event",
            "try")) {
      monitor.await(" gone connection-lost ");
      monitor.await(" web1 connected D-Bus over ssh").await(" web2 connected ");
      hosts.engine("web1").emit("try");
      monitor.await(" web1 event try\n");
      hosts.stop("web2");
      monitor.await(" web2 connection-lost ");
      hosts.again("web2");
      monitor.await(" web2 connection-regained");

      monitor.interrupt(hosts.shell());
      assertThat(monitor.end()).isEqualTo(130);
    }
  }

  @Test
  void jsonHasTheHostAsAMember() {
    try (Running monitor =
        Running.upstart(
            hosts.shell(),
            "monitor",
            "--inventory",
            "hosts.ini",
            "--hosts",
            "gone",
            "--json",
            "-n",
            "1")) {
      assertThat(monitor.end()).isZero();
      assertThat(monitor.output()).contains("\"host\":\"gone\",\"kind\":\"connection-lost\"");
    }
  }
}
