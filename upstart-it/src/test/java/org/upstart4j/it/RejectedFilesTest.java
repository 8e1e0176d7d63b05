package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.it.Shell.Result;

/** What the commands say of job files that Upstart rejects, and of jobs that are not there. */
class RejectedFilesTest {

  private static final String WEB =
      "init/web.conf:2:1: No stanza is called \"respwan\"; did you mean \"respawn\"?";
  private static final String CHROME =
      "init/chrome.conf:1:1: \"import\" is of ChromeOS only, and 1.13.2 does not know it; write"
          + " nothing, as every variable of an event reaches the job";

  @TempDir Path folder;

  @BeforeEach
  void jobs() throws IOException {
    Served.job(folder, "web", "exec web\nrespwan\n");
    Served.job(folder, "chrome", "import PORT\nexec chrome\n");
    Served.job(folder, "worker", "exec sleep 1000\n");
    Files.writeString(folder.resolve("init/tunnel"), "exec tunnel\n");
  }

  private static void assertResult(Result result, int status, String output, String errors) {
    assertThat(result.output()).isEqualTo(output);
    assertThat(result.errors()).isEqualTo(errors);
    assertThat(result.status()).isEqualTo(status);
  }

  private static String upstart(String... reasons) {
    return "upstart: " + String.join("\nupstart: ", reasons) + "\n";
  }

  @Test
  void whoAsksAServedUpstartHearsWhyAJobIsUnknown() throws IOException {
    try (Served served = Served.in(folder)) {
      Shell shell = served.shell();
      String unknown = "upstart: Unknown job: ";

      assertResult(shell.upstart("status", "web"), 1, "", unknown + "web\n" + upstart(WEB));
      assertResult(
          shell.upstart("start", "tunnel"),
          1,
          "",
          unknown
              + "tunnel\n"
              + upstart("init/tunnel is not read, as its name does not end in .conf"));
      assertResult(
          shell.upstart("stop", "wroker"),
          1,
          "",
          unknown + "wroker\n" + upstart("did you mean worker?"));
      assertResult(
          shell.upstart("ensure", "running", "web"),
          1,
          "",
          "upstart ensure: Unknown job: web\nupstart ensure: " + WEB + "\n");
      assertResult(shell.upstart("list"), 0, "worker stop/waiting\n", upstart(CHROME, WEB));
      assertResult(shell.upstart("check-config"), 1, "", upstart(CHROME, WEB));
      assertThat(shell.upstart("tree").errors()).contains(CHROME, WEB);
    }
  }

  @Test
  void underTheNamesOfInitctlNothingIsAdded() throws IOException {
    try (Served served = Served.in(folder)) {
      Shell shell = served.shell();

      assertResult(shell.sh("initctl status web"), 1, "", "initctl: Unknown job: web\n");
      assertResult(shell.sh("initctl list"), 0, "worker stop/waiting\n", "");
      assertResult(shell.sh("initctl check-config"), 0, "", "");
    }
  }

  @Test
  void ourOwnClientIsToldTheReasonOverDbus() throws IOException {
    try (Served served = Served.in(folder);
        Upstart client = DbusUpstart.at(served.address())) {
      assertThatExceptionOfType(UnknownJobException.class)
          .isThrownBy(() -> client.job("web"))
          .withMessage("Unknown job: web; " + WEB)
          .satisfies(
              unknown ->
                  assertThat(unknown.error().orElseThrow().text()).isEqualTo("Unknown job: web"));
    }
  }

  @Test
  void aTreeOfAFolderNamesTheFilesThatItLacks() {
    Shell shell = Shell.in(folder);

    assertResult(
        shell.upstart("tree", "--confdir", "init"),
        1,
        "by hand\n└─ worker\n",
        "upstart tree: " + CHROME + "\nupstart tree: " + WEB + "\n");
  }

  @Test
  void chromeOsStanzasAreTakenWhereTheyAreWanted() throws IOException {
    Files.delete(folder.resolve("init/web.conf"));
    Shell shell = Shell.in(folder);

    assertResult(
        shell.upstart("tree", "--confdir", "init", "--dialect", "chromeos"),
        0,
        "by hand\n├─ chrome\n└─ worker\n",
        "");
    assertResult(
        shell.upstart(
            "check-config",
            "--transport",
            "embedded",
            "--confdir",
            "init",
            "--dialect",
            "chromeos"),
        0,
        "",
        "");
    assertThat(shell.upstart("list", "--dialect", "other").errors())
        .startsWith("upstart: illegal argument: other; there are upstart, chromeos\n");
    try (Served served = Served.in(folder, "--dialect", "chromeos")) {
      assertThat(served.shell().upstart("status", "chrome").output())
          .isEqualTo("chrome stop/waiting\n");
    }
  }

  @Test
  void aLogThatIsMissingIsExplained() throws IOException {
    Files.createDirectories(folder.resolve("logs"));
    Shell shell = Shell.in(folder);

    assertThat(shell.upstart("log", "web", "--confdir", "init", "--logdir", "logs").errors())
        .isEqualTo("upstart log: there is no logs/web.log; " + WEB + "\n");
    assertThat(shell.upstart("log", "wroker", "--confdir", "init", "--logdir", "logs").errors())
        .isEqualTo(
            "upstart log: there is no logs/wroker.log; there is no job file init/wroker.conf; did"
                + " you mean worker?\n");
  }
}
