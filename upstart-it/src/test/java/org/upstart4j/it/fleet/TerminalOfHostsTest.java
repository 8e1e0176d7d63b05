package org.upstart4j.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.Running;

/** Many hosts, seen on a terminal. */
class TerminalOfHostsTest {

  private static final String ERASE = "\r\u001b[K";

  @TempDir Path folder;
  private FakeHosts hosts;

  @BeforeEach
  void serve() throws IOException {
    hosts = FakeHosts.in(folder);
    hosts.job("web1", "web.conf", "exec sleep 1000\n").job("web2", "web.conf", "exec sleep 1000\n");
    hosts.running("web1", "web2").hanging("slow");
  }

  @AfterEach
  void end() {
    hosts.close();
  }

  @Test
  void theLastLineShowsHowFarTheRunIsAndEqualAnswersAreShownOnceAtTheEnd() {
    try (Running status =
        Running.inTerminal(
            hosts.shell(), "upstart --inventory hosts.ini status web --timeout 10m")) {
      status.await("\r2 done, 0 failed, 1 running, 0 left\u001b[K");
      status.type("\u0003");

      assertThat(status.end()).isEqualTo(130);
      assertThat(status.output())
          .contains(
              ERASE,
              "\u001b[1mweb1  \u001b[0mweb stop/waiting\r\n",
              "\r\n\u001b[1mweb[1-2] (2 hosts)\u001b[0m\r\n  web stop/waiting\r\n",
              "\r\n\u001b[31m\u001b[1mslow (1 host)\u001b[0m\r\n",
              "upstart: unknown how it has ended: slow\r\n",
              "upstart: 3 hosts: 2 done, 1 unknown; ended: SIGINT\r\n");
    }
  }

  @Test
  void withoutATerminalThereIsNoEscape() {
    assertThat(hosts.upstart("status", "web", "--hosts", "web*"))
        .satisfies(
            result -> {
              assertThat(result.output() + result.errors()).doesNotContain("\u001b", "\r");
              assertThat(result.output()).doesNotContain("2 hosts");
            });
  }
}
