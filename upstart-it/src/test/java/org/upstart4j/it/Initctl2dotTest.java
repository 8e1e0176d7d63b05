package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Initctl2dotTest {

  @TempDir Path folder;

  @BeforeEach
  void jobs() throws IOException {
    Served.job(folder, "db", "start on startup\nemits db-*\n");
    Served.job(
        folder, "web", "start on (started db and db-ready) or forced\nstop on stopping db\n");
  }

  @Test
  void aRunningUpstartAndItsSavedOutputAreTheSameGraph() throws IOException {
    try (Served served = Served.in(folder)) {
      Shell shell = served.shell();
      String live = shell.sh("initctl2dot -o -").output();
      shell.sh("upstart show-config -e >saved");
      String saved = shell.sh("initctl2dot --infile saved --outfile -").output();

      assertThat(live)
          .startsWith("digraph upstart {\n")
          .contains("  job_db:job -> job_web:start [color=\"blue\"];\n")
          .contains("  event_db_ready -> job_web:start [color=\"blue\"];\n")
          .contains("  job_db:job -> event_db_ready [color=\"green\"];\n")
          .contains("  job_db:job -> job_web:stop [color=\"red\"];\n");
      assertThat(saved).isEqualTo(live.replace("of a running Upstart", "of a file"));
    }
  }

  @Test
  void itWritesAFileUnlessToldOtherwise() throws IOException {
    Shell shell = Shell.in(folder);
    Files.writeString(folder.resolve("saved"), "web\n  emits x\n");

    assertThat(shell.sh("initctl2dot -f saved --color-emits '#123456'").output()).isEmpty();

    assertThat(folder.resolve("upstart.dot")).content().contains("[color=\"#123456\"]");
  }

  @Test
  void whatIsWrongLeavesTheOldFile() throws IOException {
    Shell shell = Shell.in(folder);
    Files.writeString(folder.resolve("saved"), "web\n  emits x\n");
    Files.writeString(folder.resolve("upstart.dot"), "old");

    Shell.Result unknown = shell.sh("initctl2dot -f saved -r web,wep");
    assertThat(unknown.errors()).isEqualTo("initctl2dot: unknown job wep; did you mean web?\n");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(shell.sh("echo 'a b' | initctl2dot -f -").errors())
        .isEqualTo("initctl2dot: -: line 1 is none that initctl show-config -e prints: a b\n");
    assertThat(shell.sh("initctl2dot -f missing").status()).isEqualTo(1);
    assertThat(shell.sh("initctl2dot -f /").errors()).isEqualTo("initctl2dot: /: Is a directory\n");
    assertThat(folder.resolve("upstart.dot")).hasContent("old");
  }

  @Test
  void graphvizReadsIt() throws IOException {
    Shell shell = Shell.in(folder);
    assumeTrue(shell.sh("dot -V").status() == 0, "skipped: this test needs dot, of graphviz");
    Files.writeString(folder.resolve("saved"), "a\"b|{c}\n  emits x+y\n  emits net-*\n");

    Shell.Result drawn = shell.sh("initctl2dot -f saved -o - | dot -Tplain");

    assertThat(drawn.errors()).isEmpty();
    assertThat(drawn.output()).contains("x+y");
  }
}
