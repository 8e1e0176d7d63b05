package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeCommandTest {

  private static final String TREE =
      """
      event startup
      └─ db
         ├─ stopping: backup
         ├─ event ready
         │  └─ report
         └─ started: web  (see below)
      ping
      └─ started: pong
         └─ started: ping  (cycle)
      event net-device-up IFACE!=lo
      └─ web  (also needs started db)
      by hand
      └─ hand
         └─ stopped RESULT=failed: tidy
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
            "{\"direction\":\"down\",\"kind\":\"job\",\"name\":\"ping\",\"by\":null,"
                + "\"needs\":null,\"note\":null,\"below\":[{\"kind\":\"job\",\"name\":\"pong\","
                + "\"by\":\"started\",\"needs\":null,\"note\":null,\"below\":[{\"kind\":\"job\","
                + "\"name\":\"ping\",\"by\":\"started\",\"needs\":null,\"note\":\"cycle\","
                + "\"below\":[]}]}]}");
  }

  @Test
  void aJobsTreeLeadsToWhatItSetsOff() {
    assertThat(tree("db"))
        .isEqualTo(
            """
            what db sets off
            ├─ started: web  (also needs net-device-up IFACE!=lo)
            ├─ stopping: backup
            └─ event ready
               └─ report
            """);
    assertThat(tree("report")).isEqualTo("report sets off nothing\n");
  }

  @Test
  void upwardsTheTreeLeadsToWhatStartsTheJob() {
    assertThat(tree("--up", "web"))
        .isEqualTo(
            """
            what starts web
            └─ all of
               ├─ started: db
               │  └─ event startup
               └─ event net-device-up IFACE!=lo
            """);
    assertThat(tree("--up", "tidy"))
        .isEqualTo("what starts tidy\n└─ stopped RESULT=failed: hand  (by hand)\n");
    assertThat(tree("--up", "hand")).isEqualTo("only by hand: hand\n");
  }

  @Test
  void jsonSaysInWhichDirectionAJobsTreeLeads() {
    assertThat(tree("--json", "--up", "report"))
        .isEqualTo(
            "{\"direction\":\"up\",\"kind\":\"job\",\"name\":\"report\",\"by\":null,"
                + "\"needs\":null,\"note\":null,\"below\":[{\"kind\":\"event\",\"name\":\"ready\","
                + "\"by\":null,\"needs\":null,\"note\":null,\"below\":[{\"kind\":\"job\","
                + "\"name\":\"db\",\"by\":null,\"needs\":null,\"note\":null,\"below\":["
                + "{\"kind\":\"event\",\"name\":\"startup\",\"by\":null,\"needs\":null,"
                + "\"note\":null,\"below\":[]}]}]}]}\n");
  }

  @Test
  void aJobThatIsNotThereIsAnsweredWithNearNames() throws IOException {
    Shell.Result result = Shell.in(folder).upstart("tree", "--confdir=init", "wep");

    assertThat(result.output()).isEmpty();
    assertThat(result.errors()).isEqualTo("upstart tree: Unknown job: wep; did you mean web?\n");
    assertThat(result.status()).isEqualTo(1);
    try (Served served = Served.in(folder)) {
      assertThat(served.shell().upstart("tree", "wep").errors())
          .contains("Unknown job: wep")
          .contains("did you mean web?");
    }
  }

  @Test
  void upwardsNeedsAJob() {
    Shell.Result result = Shell.in(folder).upstart("tree", "--confdir=init", "--up");

    assertThat(result.errors()).startsWith("upstart tree: --up needs a JOB\n");
    assertThat(result.status()).isEqualTo(2);
  }

  private String tree(String... arguments) {
    List<String> all = new ArrayList<>(List.of("tree", "--confdir=init"));
    all.addAll(List.of(arguments));
    return Shell.in(folder).upstart(all.toArray(String[]::new)).output();
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
        .isLessThan(250);
  }
}
