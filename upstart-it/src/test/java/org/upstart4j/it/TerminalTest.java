package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text from others, shown on a terminal. */
class TerminalTest {

  /** Renames the window, and clears the screen. */
  private static final String EVIL = "ev\u001b]0;il\u0007\u001b[2J";

  private static final String SHOWN = "ev\\x1b]0;il\\x07\\x1b[2J";

  /** Our own colours. */
  private static final String COLOURS = "\u001b\\[(?:0|1|3[1236])m";

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    Served.job(folder, EVIL, "start on " + EVIL + "\nusage '" + EVIL + "'\nexec sleep 1000\n");
    Served.job(folder, "web", "task\nexec true\n");
    served = Served.in(folder);
    Files.writeString(folder.resolve("logs/web.log"), EVIL + "\n");
    Files.writeString(folder.resolve(EVIL + ".conf"), EVIL + "\n");
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void noCommandLetsItControlTheTerminal() {
    Shell shell = served.shell();
    shell.sh("ln -sf " + Project.file("bin/upstart") + " initctl");
    List<String> lines =
        List.of(
            "upstart check EVIL.conf",
            "upstart check EVIL",
            "upstart parse EVIL.conf >/dev/null; upstart parse EVIL",
            "upstart edit EVIL.conf --comment-out exec --diff; upstart edit EVIL.conf --add task",
            "upstart edit init/EVIL.conf --add task --diff",
            "upstart edit init/EVIL.conf --add task",
            "upstart create NAME EVIL -j",
            "upstart create EVIL /bin/sh -j",
            "upstart disable EVIL --confdir init --dry-run",
            "upstart disable EVIL --confdir init; upstart enable EVIL --confdir init",
            "upstart enable nobody --confdir EVIL",
            "upstart tree --confdir init",
            "mkdir -p bad; echo exce >bad/EVIL.conf; upstart tree --confdir bad",
            "upstart list --transport embedded --confdir bad",
            "upstart tree",
            "upstart log web --logdir logs",
            "upstart log EVIL --logdir logs",
            "upstart serve --confdir . --address EVIL",
            "upstart --host EVIL list",
            "upstart --transport EVIL list",
            "upstart EVIL",
            "upstart ensure stopped EVIL",
            "upstart wait EVIL stop/waiting",
            "upstart wait EVIL start/running --timeout 1ms",
            "upstart man EVIL",
            "upstart list",
            "NO_COLOR=1 upstart list",
            "upstart status EVIL",
            "upstart status no-EVIL",
            "upstart usage EVIL",
            "upstart show-config EVIL",
            "upstart check-config",
            "UPSTART_SESSION=EVIL upstart list",
            "UPSTART_SESSION=unix:abstract=EVIL upstart monitor",
            "./initctl list",
            "./initctl status no-EVIL",
            "./initctl EVIL");
    for (String line : lines) {
      String printed = printed(shell, line.replace("EVIL", "'" + EVIL + "'"));
      assertThat(printed.replaceAll(COLOURS, "").replace("\r\n", "\n"))
          .as(line)
          .contains(SHOWN)
          .doesNotContainPattern("[\\p{Cc}&&[^\n\t]]");
    }
  }

  @Test
  void norDoesAMonitorAsItHappens() {
    Shell shell = served.shell();
    try (Running monitor = Running.inTerminal(shell, "upstart monitor -n 1 --event 'ev*'")) {
      monitor.await("connected");
      shell.upstart("emit", EVIL);
      monitor.end();

      assertThat(monitor.output()).contains("event\u001b[0m " + SHOWN).doesNotContain(EVIL);
    }
    try (Running list = Running.inTerminal(shell, "upstart list --watch")) {
      list.await("q quit").await(SHOWN);
      list.type("q");
      list.end();

      assertThat(list.output()).doesNotContain("\u001b]");
    }
  }

  @Test
  void isUnchangedInAPipe() {
    Shell shell = served.shell();
    shell.sh("ln -sf " + Project.file("bin/upstart") + " initctl");

    assertThat(shell.sh("./initctl status '" + EVIL + "'").output())
        .isEqualTo(EVIL + " stop/waiting\n");
    assertThat(shell.sh("./initctl status 'no-" + EVIL + "'").errors())
        .isEqualTo("initctl: Unknown job: no-" + EVIL + "\n");
    assertThat(shell.upstart("log", "web", "--logdir", "logs").output()).isEqualTo(EVIL + "\n");
    assertThat(shell.upstart("edit", "init/" + EVIL + ".conf", "--add", "task").output())
        .startsWith("start on " + EVIL + "\n");
  }

  @Test
  void coloursAreLeftOutWhereTheyAreNotWanted() {
    Shell shell = Shell.in(folder);

    assertThat(printed(shell, "upstart check init/web.conf")).startsWith("\u001b[32m");
    assertThat(printed(shell, "echo task | upstart check -")).startsWith("\u001b[32m");
    for (String unwanted : List.of("NO_COLOR=1", "CLICOLOR=0", "TERM=dumb", "TERM=")) {
      assertThat(printed(shell, unwanted + " upstart check init/web.conf; upstart check --help"))
          .as(unwanted)
          .startsWith("1 file checked: no problem\r\n");
    }
    assertThat(printed(shell, "TERM=dumb upstart check --help")).startsWith("Usage: upstart check");
    assertThat(shell.sh("CLICOLOR_FORCE=1 upstart check init/web.conf").output())
        .startsWith("\u001b[32m");
  }

  @Test
  void helpIsAsWideAsTheTerminal() {
    Shell shell = Shell.in(folder);
    for (int columns : new int[] {60, 80, 120}) {
      for (String command : List.of("upstart serve --help", "upstart list --help")) {
        String line = "TERM=dumb; export TERM; stty columns " + columns + "; " + command;

        assertThat(printed(shell, line).split("\r\n"))
            .allMatch(text -> text.length() <= columns)
            .anyMatch(text -> text.length() > columns - 20);
      }
    }
  }

  private static String printed(Shell shell, String line) {
    try (Running program = Running.inTerminal(shell, line)) {
      program.end();
      return program.output();
    }
  }
}
