package org.upstart4j.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Debian package leaves alone, and what it leaves behind. */
class RemovedTest {

  private static final String INSTALL = "dpkg --force-unsafe-io -i /packages/*.deb >/tmp/log 2>&1";
  private static final String PURGE = "dpkg -P upstart4j >>/tmp/log 2>&1";
  private static final String REAL =
      "printf '#!/bin/sh\\necho real\\n' | install -m 755 /dev/stdin ";

  @TempDir Path layer;
  private Machine machine;

  @BeforeEach
  void makeMachine() throws IOException {
    machine = Machine.with(layer, Packages.deb());
  }

  private String output(String... lines) throws IOException, InterruptedException {
    return machine.run(String.join("\n", lines)).output();
  }

  /** The index of manual pages is the affair of man-db, which makes it anew as it likes. */
  @Test
  void nothingIsLeftBehind() throws IOException, InterruptedException {
    String list =
        "find / -xdev \\( -path /proc -o -path /dev -o -path /tmp -o -path /var/cache/man"
            + " -o -path '/var/lib/dpkg/*-old' -o -path /var/log \\) -prune -o -print | sort";

    assertThat(
            output(
                list + " >/tmp/before",
                INSTALL,
                PURGE,
                list + " >/tmp/after",
                "diff /tmp/before /tmp/after"))
        .isEmpty();
    assertThat(output("tail -n 1 /tmp/log")).doesNotContain("rror");
  }

  @Test
  void theInitctlOfARealUpstartStays() throws IOException, InterruptedException {
    for (String place : new String[] {"/usr/bin/initctl", "/sbin/initctl"}) {
      assertThat(
              output(
                  REAL + place,
                  INSTALL,
                  "initctl",
                  place,
                  "ls /usr/bin/start /etc/alternatives/initctl 2>/dev/null",
                  "upstart4j --help | head -n 1",
                  PURGE,
                  place,
                  "rm " + place))
          .as(place)
          .isEqualTo("real\nreal\nUsage: upstart4j [OPTION]... COMMAND [ARGUMENT]...\nreal\n");
    }
  }

  @Test
  void anInitctlThatComesLaterStaysToo() throws IOException, InterruptedException {
    assertThat(
            output(
                INSTALL,
                "rm /usr/bin/initctl /usr/bin/start",
                REAL + "/usr/bin/initctl",
                REAL + "/usr/bin/start",
                PURGE,
                "initctl; start; ls /usr/bin/stop 2>&1"))
        .startsWith("real\nreal\n")
        .contains("cannot access '/usr/bin/stop'");
  }

  @Test
  void anUpgradeKeepsTheChoiceOfTheAdministrator() throws IOException, InterruptedException {
    assertThat(
            output(
                INSTALL,
                REAL + "/opt/initctl",
                "update-alternatives --install /usr/bin/initctl initctl /opt/initctl 5 >/dev/null",
                "update-alternatives --set initctl /opt/initctl >/dev/null",
                INSTALL,
                "initctl",
                PURGE,
                "initctl"))
        .isEqualTo("real\nreal\n");
  }

  @Test
  void aRemovalWithoutAPurgeKeepsNothingThatRuns() throws IOException, InterruptedException {
    assertThat(
            output(
                INSTALL,
                "dpkg -r upstart4j >/dev/null",
                "ls /usr/lib/upstart4j /usr/bin/initctl 2>&1"))
        .contains("'/usr/lib/upstart4j'", "'/usr/bin/initctl'");
  }
}
