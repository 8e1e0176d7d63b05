package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.it.Shell.Result;

/** initctl's commands, as a program. What each of them answers, the recordings show. */
class InitctlCommandTest {

  private static final String ADDRESS =
      "unix:abstract=/upstart4j/initctl-command/" + ProcessHandle.current().pid();

  @TempDir Path folder;

  private EmbeddedUpstart upstart;
  private UpstartDbusServer server;
  private Shell shell;

  @BeforeEach
  void serve() throws IOException {
    Path jobs = Files.createDirectory(folder.resolve("jobs"));
    Files.writeString(jobs.resolve("web.conf"), "exec sleep 1000\n");
    Files.writeString(jobs.resolve("slow.conf"), "pre-start exec sleep 1000\n");
    Files.writeString(
        jobs.resolve("tty.conf"), "usage \"TTY=name\"\ninstance $TTY\nstart on never\ntask\n");
    shell = Shell.in(folder).with("UPSTART_SESSION", ADDRESS);
    upstart = EmbeddedUpstart.builder().folder(jobs).build();
    server = UpstartDbusServer.of(upstart);
    server.listen(ADDRESS);
  }

  @AfterEach
  void end() {
    upstart.close();
    server.close();
  }

  private static void assertResult(Result result, int status, String output, String errors) {
    assertThat(result.output().replaceAll("process \\d+", "process PID")).isEqualTo(output);
    assertThat(result.errors()).isEqualTo(errors);
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void aJobIsStartedLookedAtAndStopped() {
    String running = "web start/running, process PID\n";

    assertResult(shell.upstart("start", "web"), 0, running, "");
    assertResult(shell.upstart("status", "web"), 0, running, "");
    assertResult(shell.upstart("start", "web"), 1, "", "upstart: Job is already running: web\n");
    assertResult(shell.upstart("stop", "web"), 0, "web stop/waiting\n", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop", "restart", "reload", "status"})
  void aLinkIsTheCommandThatItIsNamed(String name) throws IOException {
    Files.createSymbolicLink(folder.resolve(name), Project.file("bin/upstart"));

    assertResult(
        shell.sh("./" + name),
        1,
        "",
        name + ": missing job name\nTry `" + name + " --help' for more information.\n");
    assertResult(shell.sh("./" + name + " nothing"), 1, "", name + ": Unknown job: nothing\n");
  }

  @Test
  void underTheNameInitctlOurOwnCommandsAndOptionsAreUnknown() {
    assertResult(
        shell.sh("initctl demo"),
        1,
        "",
        "initctl: invalid command: demo\nTry `initctl --help' for more information.\n");
    assertResult(
        shell.sh("initctl list --json"),
        1,
        "",
        "initctl: invalid option: --json\nTry `initctl --help' for more information.\n");
  }

  @Test
  void aMissingVariableIsSaidWithTheUsage() {
    assertResult(
        shell.upstart("start", "tty"), 1, "", "upstart: Unknown parameter: TTY\nUsage: TTY=name\n");
  }

  @Test
  void quietKeepsAnswersBackAndErrorsNot() {
    assertResult(shell.upstart("-q", "list"), 0, "", "");
    assertResult(shell.upstart("-q", "status", "x"), 1, "", "upstart: Unknown job: x\n");
  }

  @Test
  void jsonIsAnObjectALine() {
    shell.upstart("start", "web");

    assertThat(shell.upstart("--json", "status", "web").output())
        .matches(
            "\\{\"job\":\"web\",\"instance\":\"\",\"goal\":\"start\",\"state\":\"running\","
                + "\"processes\":\\[\\{\"name\":\"main\",\"pid\":\\d+}]}\n");
    assertResult(
        shell.upstart("show-config", "tty", "--json"),
        0,
        "{\"job\":\"tty\",\"emits\":[],\"start_on\":\"never\",\"stop_on\":null}\n",
        "");
    assertResult(
        shell.upstart("check-config", "--json"),
        1,
        "{\"job\":\"tty\",\"stanza\":\"start on\",\"unknown\":\"event\",\"name\":\"never\"}\n",
        "");
    assertResult(
        shell.upstart("version", "--json"), 0, "{\"version\":\"init (upstart 1.13.2)\"}\n", "");
  }

  @Test
  void aDeadlineThatPassesHasAStatusOfItsOwn() {
    Result result = shell.upstart("start", "slow", "--timeout", "200ms");

    assertThat(result.status()).isEqualTo(124);
    // of the start, or of the connection where the machine is slow
    assertThat(result.errors()).matches("upstart: .+\n");
  }

  @Test
  void withinAJobsProcessTheJobNeedNotBeNamed() {
    Shell inside = shell.with("UPSTART_JOB", "web").with("UPSTART_INSTANCE", "");
    shell.upstart("start", "web");

    assertResult(inside.upstart("status"), 0, "web start/running, process PID\n", "");
  }

  @Test
  void whoCannotBeReachedIsNamed() {
    Shell nowhere = shell.with("UPSTART_SESSION", "unix:path=" + folder.resolve("none"));
    String refused =
        "initctl: Unable to connect to Upstart: Failed to connect to socket "
            + folder.resolve("none")
            + ": No such file or directory\n";

    nowhere.sh("ln -sf " + Project.file("bin/upstart") + " initctl");

    assertResult(nowhere.sh("./initctl list"), 1, "", refused);
    // the original says that all is well then
    assertResult(nowhere.sh("./initctl check-config"), 1, "", refused);
  }

  @Test
  void whoCannotBeReachedHasAdviceUnderTheNameUpstart() {
    Shell nowhere = shell.with("UPSTART_SESSION", "unix:path=" + folder.resolve("none"));

    assertThat(nowhere.upstart("list").errors())
        .startsWith("upstart: Unable to connect to Upstart: Failed to connect to socket ")
        .contains("\nUPSTART_SESSION says so: unix:path=" + folder.resolve("none") + "\n")
        .contains("upstart serve", "--host", "--transport");
    assertThat(nowhere.upstart("list", "--system").errors())
        .contains("\nUPSTART_SESSION is set, but not used: ");
    assertThat(nowhere.upstart("status", "nobody", "--transport", "embedded", "--confdir", "jobs"))
        .extracting(Result::errors)
        .isEqualTo("upstart: Unknown job: nobody\n");
  }

  @Test
  void aProgramThatIsMissingIsNamed() {
    Shell without = shell.with("UPSTART_SESSION", "").with("PATH", folder.toString());
    String bin = Project.file("bin/upstart").toString();

    assertThat(without.sh("PATH=/usr/bin:/bin; " + bin + " --transport initctl list").errors())
        .startsWith("upstart: Unable to connect to Upstart: there is no program \"initctl\"");
  }

  @Test
  void theEmbeddedTransportNeedsNoUpstart() {
    Result list = shell.upstart("--transport", "embedded", "--confdir", "jobs", "list");

    assertThat(list.output().lines())
        .containsExactlyInAnyOrder("web stop/waiting", "slow stop/waiting", "tty stop/waiting");
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    assertThat(shell.sh("initctl help").output())
        .startsWith("Job commands:\n  start ")
        .endsWith("try `initctl COMMAND --help'.\n");
    assertThat(shell.sh("initctl start --help").output())
        .startsWith(
            "Usage: initctl start [OPTION]... JOB [KEY=VALUE]...\nStart a job.\n\nOptions:\n");
    assertThat(shell.upstart("help").output()).isEqualTo(shell.upstart("--help").output());
    assertThat(shell.upstart("help", "start").output())
        .startsWith("Usage: upstart start [OPTION]... JOB [KEY=VALUE]...\nStart a job.\n");
    assertThat(shell.upstart("help", "tree").output()).startsWith("Usage: upstart tree ");
    assertThat(shell.sh("initctl --version").output()).startsWith("initctl (upstart4j ");
  }

  @Test
  void aFullDiskIsNotSuccess() {
    assertResult(
        shell.sh("initctl list > /dev/full"),
        1,
        "",
        "initctl: standard output: No space left on device\n");
  }

  @Test
  void aDestinationOfSshIsNoOption() {
    assertThat(shell.upstart("--host=-oProxyCommand=x", "list").errors())
        .startsWith("upstart: ")
        .contains("-oProxyCommand=x");
  }
}
