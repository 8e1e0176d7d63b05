package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeCommandTest {

  private static final String TREE =
      """
      event net-device-up IFACE!=lo
      └─ web  when (started db and net-device-up IFACE!=lo)
      event startup
      └─ db
         ├─ stopping: backup
         ├─ started: web  when (started db and net-device-up IFACE!=lo)
         └─ event ready
            └─ report
      ping
      └─ started: pong
         └─ started: ping  (see above)
      by hand
      └─ hand
         └─ stopped: tidy
      """;

  @TempDir Path folder;

  @BeforeEach
  void jobs() throws IOException {
    Served.job(folder, "db", "start on startup\nemits rea*\n");
    Served.job(folder, "web", "start on started db and net-device-up IFACE!=lo\n");
    Served.job(folder, "backup", "start on stopping JOB=d?\n");
    Served.job(folder, "report", "start on ready\n");
    Served.job(folder, "ping", "start on started pong\n");
    Served.job(folder, "pong", "start on started ping\n");
    Served.job(folder, "hand", "");
    Served.job(folder, "tidy", "start on stopped hand RESULT=failed\n");
  }

  @Test
  void aFolderIsReadWithoutAnUpstart() {
    assertThat(Shell.in(folder).upstart("tree", "--confdir", "init").output()).isEqualTo(TREE);
  }

  @Test
  void aFileThatCannotBeReadIsNamedBesideTheTree() {
    Shell shell = Shell.in(folder);
    shell.sh("truncate -s 65M init/big.conf");

    Shell.Result result = shell.upstart("tree", "--confdir", "init");

    assertThat(result.output()).isEqualTo(TREE);
    assertThat(result.errors()).startsWith("upstart tree: init/big.conf: cannot be read: ");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void anUpstartIsAsked() throws IOException {
    try (Served served = Served.in(folder)) {
      assertThat(served.shell().upstart("tree").output()).isEqualTo(TREE);
    }
  }

  @Test
  void jsonHasOneObjectPerTree() {
    assertThat(Shell.in(folder).upstart("tree", "--confdir=init", "--json").output().lines())
        .hasSize(4)
        .contains(
            "{\"kind\":\"job\",\"name\":\"ping\",\"by\":null,\"condition\":null,\"cut\":false,"
                + "\"below\":[{\"kind\":\"job\",\"name\":\"pong\",\"by\":\"started\","
                + "\"condition\":null,\"cut\":false,\"below\":[{\"kind\":\"job\",\"name\":\"ping\","
                + "\"by\":\"started\",\"condition\":null,\"cut\":true,\"below\":[]}]}]}");
  }

  @Test
  void manyPathsToAJobDoNotMakeTheTreeExplode() throws IOException {
    for (int i = 1; i < 60; i++) {
      Served.job(
          folder, "left" + i, "start on started left" + (i - 1) + " or started right" + (i - 1));
      Served.job(
          folder, "right" + i, "start on started left" + (i - 1) + " or started right" + (i - 1));
    }

    assertThat(Shell.in(folder).upstart("tree", "--confdir=init").output().lines().count())
        .isLessThan(400);
  }
}
