package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code upstart list --watch}, and the colours of lists. */
class ListWatchTest {

  private static final String RUNNING = "\u001b[32mstart/running\u001b[0m";
  private static final String LEAVE = "\u001b[?25h\u001b[?1049l";

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    Served.job(folder, "web", "exec sleep 1000\n");
    served = Served.in(folder);
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void aPipeGetsTheListAndThenTheChanges() throws IOException {
    try (Running list = Running.upstart(served.shell(), "list", "--watch")) {
      list.await("web stop/waiting\n");
      served.shell().upstart("start", "web");
      list.await("web start/running\n");
      Served.job(folder, "more", "task\n");
      list.await("more stop/waiting\n");
      list.interrupt(served.shell());

      assertThat(list.end()).isEqualTo(130);
      assertThat(list.output())
          .startsWith("web stop/waiting\nweb start/waiting\nweb start/starting\n")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void aTerminalIsDrawnOnAndGivenBackByQ() {
    try (Running list = Running.inTerminal(served.shell(), "upstart list --watch")) {
      list.await("\u001b[?1049h").await("web stop/waiting");
      served.shell().upstart("start", "web");
      list.await("web " + RUNNING + "  ");
      list.type("q");

      assertThat(list.end()).isZero();
      assertThat(list.output()).endsWith(LEAVE);
    }
  }

  @Test
  void theKeyThatSuspendsAProgramDoesNotLeaveAShellOnThePicture() {
    try (Running list = Running.inTerminal(served.shell(), "upstart list --watch; echo after")) {
      list.await("web stop/waiting");
      list.type("\u001a");
      list.type("q");

      assertThat(list.end()).isZero();
      assertThat(list.output()).endsWith(LEAVE + "after\r\n");
    }
  }

  @Test
  void aTerminalIsGivenBackOnSigint() {
    try (Running list =
        Running.inTerminal(
            served.shell(),
            "trap : INT; stty -g; upstart list --watch; echo \"status $?\"; stty -g")) {
      list.await("web stop/waiting");
      list.type("\u0003");

      assertThat(list.end()).isZero();
      assertThat(list.output()).contains(LEAVE).contains("status 130\r\n");
      String[] lines = list.output().split("\r\n");
      assertThat(lines[lines.length - 1]).isEqualTo(lines[0].replaceFirst("\u001b.*", ""));
    }
  }

  @Test
  void goalAndStateAreColouredOnATerminalOnly() {
    Shell shell = served.shell();
    shell.upstart("start", "web");
    shell.sh("ln -sf " + Project.file("bin/upstart") + " initctl");

    assertThat(printedInTerminal(shell, "upstart status web")).startsWith("web " + RUNNING + ", ");
    assertThat(printedInTerminal(shell, "upstart list")).startsWith("web " + RUNNING + ", ");
    assertThat(printedInTerminal(shell.with("NO_COLOR", "1"), "upstart status web"))
        .startsWith("web start/running, ");
    assertThat(printedInTerminal(shell, "./initctl status web")).startsWith("web start/running, ");
    assertThat(shell.upstart("status", "web").output()).startsWith("web start/running, ");
  }

  private static String printedInTerminal(Shell shell, String line) {
    try (Running program = Running.inTerminal(shell, line)) {
      assertThat(program.end()).isZero();
      return program.output();
    }
  }
}
