package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.Shell.Result;

/** What would happen, on the command line. */
class SimulateCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void jobs() throws IOException {
    Served.job(folder, "web", "start on runlevel [2345]\nexec /usr/sbin/web\n");
    Served.job(folder, "migrate", "start on starting web\ntask\nexec /usr/bin/migrate\n");
    Served.job(folder, "report", "start on nobody\nexec /usr/bin/report\n");
  }

  private Result simulate(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "simulate";
    all[1] = "--confdir";
    all[2] = "init";
    System.arraycopy(words, 0, all, 3, words.length);
    return Shell.in(folder).upstart(all);
  }

  @Test
  void aBootSaysWhatRunsAndWhatNeverStarted() {
    Result result = simulate("--for", "ubuntu-14.04", "--boot", "--expect-running", "web");

    assertThat(result.output())
        .contains("   0.000  event startup (from outside)\n", "   1.400  web runs\n")
        .contains("\nNever started:\n  report\n    ")
        .contains("nothing more happens until something comes from outside.\n");
    assertThat(result.status()).isZero();
  }

  @Test
  void aJobThatIsExpectedAndDoesNotRunMakesTheStatus() {
    Result result = simulate("--boot", "--expect-running", "report", "--expect-running", "migrate");

    assertThat(result.errors())
        .isEqualTo(
            "upstart simulate: report does not run at the end: it never started\n"
                + "upstart simulate: migrate does not run at the end: it has ended\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void theVariablesOfAnEventMayBeWordsOfTheirOwn() throws IOException {
    Served.job(folder, "net", "start on up IFACE=eth0\nexec /usr/sbin/net\n");

    assertThat(simulate("--emit", "up", "IFACE=eth0", "--expect-running", "net").status()).isZero();
    assertThat(simulate("--emit", "up IFACE=eth0", "--expect-running", "net").status()).isZero();
    assertThat(simulate("--emit", "up", "IFACE=lo", "--expect-running", "net").status())
        .isEqualTo(1);
    assertThat(simulate("--boot", "IFACE=lo").status()).isEqualTo(2);
  }

  @Test
  void aScenarioSaysWhatFails() throws IOException {
    Files.writeString(
        folder.resolve("s.yaml"),
        "programs:\n- {program: /usr/bin/migrate, ends-after: 3s, exits-with: 2}\n");

    Result result = simulate("--scenario", "s.yaml", "--emit", "runlevel RUNLEVEL=2");

    assertThat(result.output())
        .contains("\nFailed:\n  migrate at 3.000: its main process exited with status 2\n");
    assertThat(result.status()).isZero();
  }

  @Test
  void jsonHasAnObjectOnEachLine() {
    String output = simulate("--boot", "--json").output();

    assertThat(output.lines()).allMatch(line -> line.startsWith("{\"type\":\""));
    assertThat(output)
        .contains("{\"type\":\"never-started\",\"job\":\"report\",\"reasons\":[{\"reason\":\"")
        .contains("{\"type\":\"by-default\",\"job\":\"web\",\"process\":\"main\"")
        .contains("{\"type\":\"end\",\"reason\":\"quiet\"");
  }

  @Test
  void whatDoesNotFitIsRefused() throws IOException {
    Files.writeString(folder.resolve("s.yaml"), "programs:\n- {program: web, fork: 1}\n");

    assertThat(simulate().errors()).startsWith("upstart simulate: give either --boot or --emit");
    assertThat(simulate("--boot", "--emit", "a").status()).isEqualTo(2);
    assertThat(simulate("--boot", "--for", "ubunut-14.04").errors())
        .contains("did you mean ubuntu-14.04?");
    assertThat(simulate("--boot", "--expect-running", "wbe").errors())
        .contains("there is no job \"wbe\"", "did you mean web?");
    assertThat(simulate("--boot", "--scenario", "s.yaml").errors())
        .contains("s.yaml:2:18: a program has no key \"fork\"; did you mean forks?");
    assertThat(simulate("--emit", "A=1").status()).isEqualTo(2);
    assertThat(simulate("--boot", "--limit", "x").status()).isEqualTo(2);
    assertThat(Shell.in(folder).upstart("simulate", "--boot").errors())
        .startsWith("upstart simulate: missing --confdir");
    assertThat(Shell.in(folder).upstart("simulate", "--boot", "--confdir", "nowhere").status())
        .isNotZero();
  }

  @Test
  void namesCommandNoTerminal() throws IOException {
    Served.job(folder, "a\u001b[31m", "start on startup\nexec a\n");

    assertThat(simulate("--boot").output()).contains("a\\x1b[31m runs").doesNotContain("\u001b");
  }

  @Test
  void nothingIsTouched() {
    Shell shell = Shell.in(folder);
    String before = shell.sh("ls -lR --full-time").output();

    simulate("--boot", "--for", "ubuntu-14.04");

    assertThat(shell.sh("ls -lR --full-time").output()).isEqualTo(before);
  }

  @Test
  void twoBootsAreCompared() {
    Shell shell = Shell.in(folder);
    shell.sh("cp -r init old; echo 'start on nobody' > init/web.override");

    Result result = shell.upstart("diff-boot", "old", "init");

    assertThat(result.output())
        .isEqualTo("migrate does not start any more\nweb does not start any more\n");
    assertThat(result.status()).isEqualTo(1);
    assertThat(shell.upstart("diff-boot", "old", "old").output())
        .isEqualTo("Both boot the same.\n");
    assertThat(shell.upstart("diff-boot", "--json", "old", "init").output())
        .startsWith(
            "{\"type\":\"not-any-more\",\"job\":\"migrate\",\"instance\":\"\",\"before\":1.0");
  }
}
