package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code upstart list --watch}, and the colours of lists. */
class ListWatchTest {

  private static final String RUNNING = "\u001b[32mstart/running\u001b[0m";
  private static final String ENTER = "\u001b[?1049h";
  private static final String LEAVE = "\u001b[?1049l";

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
  void aPipeGetsWhatIsChosenAndWhatFails() throws IOException {
    Served.job(folder, "bad", "exec false\n");
    Served.job(folder, "worker", "exec sleep 1000\n");
    served.shell().upstart("start", "web");
    try (Running list =
        Running.upstart(served.shell(), "list", "--watch", "--running", "--job=w*", "--job=bad")) {
      list.await("web start/running, ");
      served.shell().upstart("start", "bad");
      list.await("bad failed: exited with status 1\n");
      served.shell().upstart("stop", "web");
      list.await("web stop/waiting\n");

      assertThat(list.output()).doesNotContain("worker").doesNotContain("bad removed");
    }
    assertThat(served.shell().upstart("list", "--job", "w*").output().lines())
        .containsExactlyInAnyOrder("web stop/waiting", "worker stop/waiting");
    assertThat(served.shell().upstart("list", "--running").output()).isEmpty();
  }

  @Test
  void jsonTellsWhatFailsInAnObject() throws IOException {
    Served.job(folder, "bad", "exec false\n");
    try (Running list = Running.upstart(served.shell(), "list", "--watch", "--json")) {
      list.await("\"bad\"");
      served.shell().upstart("start", "bad");
      list.await("{\"job\":\"bad\",\"instance\":\"\",\"failed\":\"exited with status 1\"}\n");
    }
  }

  @Test
  void aTerminalIsDrawnOnAndGivenBackByQ() {
    try (Running list = inTerminal("upstart list --watch")) {
      list.await(ENTER).await("web stop/waiting");
      served.shell().upstart("start", "web");
      awaitPicture(list, 24, 80, "1 running\nweb start/running  ");
      list.type("q");

      assertThat(list.end()).isZero();
      assertGivenBack(list, "status 0");
    }
  }

  @Test
  void theKeyThatSuspendsAProgramDoesNotLeaveAShellOnThePicture() {
    try (Running list = inTerminal("upstart list --watch")) {
      list.await("web stop/waiting");
      list.type("\u001a");
      list.type("q");

      assertThat(list.end()).isZero();
      assertGivenBack(list, "status 0");
    }
  }

  @Test
  void aTerminalIsGivenBackOnSigint() {
    try (Running list = inTerminal("upstart list --watch")) {
      list.await("web stop/waiting");
      list.type("\u0003");

      assertThat(list.end()).isZero();
      assertGivenBack(list, "status 130");
    }
  }

  @Test
  void aTerminalIsGivenBackOnSigterm() {
    try (Running list = inTerminal("sh -c 'echo $$ >pid; exec upstart list --watch'")) {
      list.await("web stop/waiting");
      served.shell().sh("kill $(cat pid)");

      assertThat(list.end()).isZero();
      assertGivenBack(list, "status 143");
    }
  }

  @Test
  void aLostConnectionIsShownAndTheLastKnownListStays() {
    try (Running list = inTerminal("upstart list --watch")) {
      list.await("web stop/waiting");
      served.close();
      awaitPicture(list, 24, 80, "connection lost, as last known: 0 running, 1 stopped");
      assertThat(Picture.of(list.output(), 24, 80)).contains("\nweb stop/waiting\n");
      list.type("q");

      assertThat(list.end()).isZero();
      assertGivenBack(list, "status 0");
    }
  }

  @Test
  void theListFollowsTheWindowsSizeAtOnce() throws IOException {
    Served.job(folder, "worker", "exec sleep 1000\n");
    Served.job(folder, "xenon", "exec sleep 1000\n");
    try (Running list = inTerminal("tty >tty; stty rows 20 cols 70; upstart list --watch")) {
      awaitPicture(list, 20, 70, "web stop/waiting\nworker stop/waiting\nxenon stop/waiting\n");
      served.shell().sh("stty -F $(cat tty) rows 3 cols 12");
      awaitPicture(list, 3, 12, "0 running, 3\nweb stop/wai\n↓ 2 more  q");
      served.shell().sh("stty -F $(cat tty) rows 2 cols 4");
      awaitPicture(list, 2, 4, "0 ru\nweb");
      list.type("q");

      assertThat(list.end()).isZero();
    }
  }

  @Test
  void whatIsTypedFiltersTheList() throws IOException {
    Served.job(folder, "worker", "exec sleep 1000\n");
    try (Running list = inTerminal("stty rows 12 cols 100; upstart list --watch --job 'w*'")) {
      awaitPicture(list, 12, 100, "0 running, 2 stopped; jobs w*\nweb stop/waiting\nworker stop");
      list.type("/wor");
      awaitPicture(list, 12, 100, "0 running, 2 stopped; jobs w*; shows 1 of 2\nworker stop");
      awaitPicture(list, 12, 100, "\n/wor_  Enter keeps, Escape clears");
      list.type("\r");
      awaitPicture(list, 12, 100, "; jobs w*; /wor; shows 1 of 2\n");
      list.type("q");

      assertThat(list.end()).isZero();
    }
  }

  @Test
  void whatCannotBeAskedLeavesTheTerminalAsItIs() {
    served.close();
    try (Running list = inTerminal("upstart list --watch")) {
      assertThat(list.end()).isZero();
      assertThat(list.output()).contains("status 1\r\n").doesNotContain(ENTER);
    }
  }

  @Test
  void withoutATerminalForKeysItIsAsInAPipe() {
    for (String elsewhere :
        List.of("upstart list --watch </dev/null", "TERM=dumb upstart list --watch")) {
      try (Running list = inTerminal(elsewhere)) {
        list.await("web stop/waiting\r\n");
        list.type("\u0003");

        assertThat(list.end()).isZero();
        assertThat(list.output()).doesNotContain(ENTER).contains("status 130");
      }
    }
  }

  /** Prints how the terminal works before and after a command, and that one's status. */
  private Running inTerminal(String command) {
    return Running.inTerminal(
        served.shell(), "trap : INT; stty -g; " + command + "; echo \"status $?\"; stty -g");
  }

  private static Running awaitPicture(Running list, int rows, int columns, String text) {
    return list.await(text, sent -> Picture.of(sent, rows, columns).contains(text));
  }

  private static void assertGivenBack(Running list, String status) {
    String output = list.output();
    String[] lines = output.split("\r\n");

    assertThat(output.substring(output.indexOf(LEAVE))).contains(status + "\r\n");
    assertThat(lines[lines.length - 1]).isEqualTo(lines[0]);
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
