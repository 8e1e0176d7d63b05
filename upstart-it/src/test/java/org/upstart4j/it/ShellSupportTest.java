package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Completion and manual pages. */
class ShellSupportTest {

  @TempDir Path folder;

  private Shell bash() {
    Shell shell = Shell.in(folder);
    assumeTrue(shell.sh("command -v bash").status() == 0, "skipped: this test needs bash");
    return shell;
  }

  /** What bash offers when the last word is being typed. */
  private static String candidates(Shell shell, String... words) throws IOException {
    Files.writeString(
        shell.folder().resolve("try.sh"),
        """
        . ./completion
        COMP_WORDS=("$@")
        COMP_CWORD=$(($# - 1))
        _upstart
        echo "${COMPREPLY[*]}"
        """);
    shell.sh("upstart completion bash >completion");
    StringBuilder line = new StringBuilder("bash try.sh");
    for (String word : words) {
      line.append(" '").append(word).append('\'');
    }
    Shell.Result result = shell.sh(line.toString());
    assertThat(result.errors()).isEmpty();
    return result.output().strip();
  }

  @Test
  void theScriptsAreRightForBash() {
    Shell shell = bash();

    assertThat(shell.sh("upstart completion bash | bash -n").errors()).isEmpty();
    assertThat(shell.sh("upstart completion zsh | bash -n").errors()).isEmpty();
    assertThat(shell.sh("upstart completion zsh").output())
        .startsWith("#compdef upstart upstart4j\n");
    assertThat(shell.upstart("completion", "fish").status()).isEqualTo(2);
  }

  @Test
  void commandsOptionsAndWordsAreCompleted() throws IOException {
    Shell shell = bash();
    Files.createDirectory(folder.resolve("inside"));

    assertThat(candidates(shell, "upstart", "en")).isEqualTo("ensure enable");
    assertThat(candidates(shell, "upstart", "--transport", "embedded", "mon")).isEqualTo("monitor");
    assertThat(candidates(shell, "upstart", "wait", "--t")).isEqualTo("--transport --timeout");
    assertThat(candidates(shell, "upstart", "ensure", "r")).isEqualTo("running");
    assertThat(candidates(shell, "upstart", "serve", "--confdir", "ins")).isEqualTo("inside");
    assertThat(candidates(shell, "upstart", "start", "x", "")).isEmpty();
  }

  @Test
  void valuesAreCompleted() throws IOException {
    Shell shell = bash();

    assertThat(candidates(shell, "upstart", "list", "--transport", "s"))
        .isEqualTo("system-bus session-bus");
    assertThat(candidates(shell, "upstart", "tree", "--transport", "=", "p")).isEqualTo("private");
    assertThat(candidates(shell, "upstart", "monitor", "--only", "=")).startsWith("events goals ");
    assertThat(candidates(shell, "upstart", "check", "--dialect", "c")).isEqualTo("chromeos");
    assertThat(candidates(shell, "upstart", "wait", "web", "start/r")).isEqualTo("start/running");
    assertThat(candidates(shell, "upstart", "log-priority", "w")).isEqualTo("warn");
    assertThat(candidates(shell, "upstart", "completion", "z")).isEqualTo("zsh");
    assertThat(candidates(shell, "upstart", "man", "mon")).isEqualTo("monitor");
    assertThat(candidates(shell, "upstart", "help", "mon")).isEqualTo("monitor");
  }

  @Test
  void jobsOfAFolderAndEventsAreCompleted() throws IOException {
    bash();
    Served.job(folder, "web", "start on deployed VERSION=1\n");
    Files.createDirectory(folder.resolve("init/site"));
    Files.writeString(folder.resolve("init/site/one.conf"), "emits site-is-up\n");
    try (Served served = Served.in(folder)) {
      Shell shell = served.shell();
      assertThat(candidates(shell, "upstart", "enable", "--confdir", "init", ""))
          .isEqualTo("site/one web");
      assertThat(candidates(shell, "upstart", "disable", "--confdir", "=", "init", "s"))
          .isEqualTo("site/one");
      assertThat(candidates(shell, "upstart", "emit", "")).isEqualTo("deployed site-is-up");
      assertThat(candidates(shell, "upstart", "monitor", "--event", "d")).isEqualTo("deployed");
      assertThat(candidates(shell, "upstart", "monitor", "--job", "w")).isEqualTo("web");
    }
  }

  @Test
  void jobsAreCompletedAndNothingInTheirNamesIsRun() throws IOException {
    bash();
    Served.job(folder, "web", "");
    Served.job(folder, "$(touch hacked)", "");
    Served.job(folder, "`touch hacked`", "");
    try (Served served = Served.in(folder)) {
      assertThat(candidates(served.shell(), "upstart", "start", "w")).isEqualTo("web");
      assertThat(candidates(served.shell(), "upstart", "ensure", "running", "w")).isEqualTo("web");
      assertThat(candidates(served.shell(), "upstart", "start", "")).contains("\\$\\(touch");
      assertThat(folder.resolve("hacked")).doesNotExist();
    }
  }

  @Test
  void everyCommandHasAManualPage() throws IOException {
    Shell shell = Shell.in(folder);
    assertThat(shell.upstart("man", "--directory", "man").status()).isZero();

    try (Stream<Path> pages = Files.list(folder.resolve("man"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .contains("upstart.1", "upstart-start.1", "upstart-monitor.1", "upstart-tree.1")
          .hasSizeGreaterThan(30);
    }
    assertThat(Files.readString(folder.resolve("man/upstart-wait.1")))
        .isEqualTo(shell.upstart("man", "wait").output())
        .startsWith(".TH \"UPSTART\\-WAIT\" 1 ")
        .contains(".SH SYNOPSIS\n.B \"upstart wait [OPTION]... JOB GOAL/STATE [KEY=VALUE]...\"\n");
    assertThat(shell.upstart("man", "nothing").status()).isEqualTo(2);
  }

  @Test
  void groffHasNothingToComplainOf() {
    Shell shell = Shell.in(folder);
    assumeTrue(shell.sh("command -v groff").status() == 0, "skipped: this test needs groff");
    shell.upstart("man", "--directory", "man");

    assertThat(
            shell.sh("for f in man/*; do groff -man -ww -Tutf8 $f; done 2>&1 >/dev/null").output())
        .isEmpty();
    assertThat(shell.sh("upstart man emit | groff -man -Tascii -P-c").output())
        .contains("upstart-emit - Emit an event");
  }
}
