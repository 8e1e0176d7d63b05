package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  private static final String PROBLEM =
      """
      bad.conf:1:1: error: No stanza is called "exce"; did you mean "exec"?
          1 | exce /bin/true
            | ^^^^
      """;

  @TempDir Path folder;

  @BeforeEach
  void jobFiles() throws IOException {
    Files.writeString(folder.resolve("good.conf"), "exec /bin/true\n");
    Files.writeString(folder.resolve("bad.conf"), "exce /bin/true\n");
  }

  @Test
  void withoutAProblemItSaysSoAndSucceeds() {
    Shell.Result result = Shell.in(folder).upstart("check", "good.conf");

    assertThat(result.output()).isEqualTo("1 file checked: no problem\n");
    assertThat(result.errors()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void aProblemIsShownWithItsPlace() {
    Shell.Result result = Shell.in(folder).upstart("check", "good.conf", "bad.conf");

    assertThat(result.output()).isEqualTo(PROBLEM + "2 files checked: 1 problem in 1 file\n");
    assertThat(result.errors()).isEmpty();
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void aFolderIsCheckedWithAllFoldersInItButHiddenOnes() throws IOException {
    for (String path : new String[] {"init/a.override", "init/sub/b.conf", "init/.git/c.conf"}) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "task x\n");
    }
    Files.writeString(folder.resolve("init/notes.txt"), "task x\n");

    Shell.Result result = Shell.in(folder).upstart("check", "init");

    assertThat(result.output().lines().filter(line -> line.contains("error")))
        .extracting(line -> line.replaceFirst(":.*", ""))
        .containsExactly("init/a.override", "init/sub/b.conf");
    assertThat(result.output())
        .endsWith("2 files checked: 2 problems in 2 files; 1 file not read by Upstart\n");
  }

  @Test
  void aFileThatUpstartNeverReadsIsNamedAndAFolderWithoutFilesIsAProblem() throws IOException {
    Files.createDirectories(folder.resolve("init"));
    Files.writeString(folder.resolve("init/tunnel"), "exec tunnel\n");

    Shell.Result result = Shell.in(folder).upstart("check", "init");

    assertThat(result.output())
        .isEqualTo(
            "init/tunnel: Upstart does not read it: its name ends neither in .conf nor in .override\n"
                + "0 files checked: no job file was found; 1 file not read by Upstart\n");
    assertThat(result.status()).isEqualTo(1);
    assertThat(Shell.in(folder).upstart("check", "--json", "init").output())
        .isEqualTo(
            "{\"file\":\"init/tunnel\",\"code\":\"NOT_READ\",\"message\":\"Upstart does not read it:"
                + " its name ends neither in .conf nor in .override\"}\n");
  }

  @Test
  void theNameOfAFileThatUpstartNeverReadsCannotControlTheTerminal() throws IOException {
    Files.createDirectories(folder.resolve("init"));
    Files.writeString(folder.resolve("init/a\u001b[31m\u009b31m\u202eb"), "exec tunnel\n");

    assertThat(Shell.in(folder).upstart("check", "init").output())
        .startsWith("init/a\\x1b[31m\\x9b31m\\u202eb: Upstart does not read it");
  }

  @Test
  void aFileThatCannotBeReadFailsTheCheckAndTheOthersAreStillChecked() {
    Shell.Result result = Shell.in(folder).upstart("check", "missing.conf", "bad.conf");

    assertThat(result.output())
        .isEqualTo(PROBLEM + "1 file checked: 1 problem in 1 file; 1 could not be read\n");
    assertThat(result.errors()).isEqualTo("upstart check: missing.conf: no such file\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void aNameThatIsNoTextIsTheReason() throws IOException {
    Shell shell = Shell.in(folder);
    Files.createDirectories(folder.resolve("init"));
    Shell.Result made = shell.sh("cd init && echo task >$(printf 'caf\\351').conf");
    assumeTrue(made.status() == 0, "skipped: this file system takes only names that are text");
    String reason = "caf\ufffd.conf: no such file, or its name is no text in UTF-8; rename it\n";

    assertThat(shell.upstart("check", "init").errors()).isEqualTo("upstart check: init/" + reason);
    assertThat(shell.sh("upstart check init/caf*").errors())
        .isEqualTo("upstart check: init/" + reason);
    for (String command : List.of("tree", "check-config --transport embedded")) {
      Shell.Result result = shell.sh("upstart " + command + " --confdir init");
      assertThat(result.errors())
          .as(command)
          .contains("init/caf\ufffd.conf: Its name is no text in")
          .endsWith("; rename it\n");
      assertThat(result.status()).as(command).isEqualTo(1);
    }
  }

  @Test
  void jsonHasOneObjectPerProblemAndNothingElse() {
    Shell.Result result = Shell.in(folder).upstart("check", "--json", "good.conf", "bad.conf");

    assertThat(result.output())
        .isEqualTo(
            "{\"file\":\"bad.conf\",\"line\":1,\"column\":1,\"start\":0,\"end\":4,"
                + "\"code\":\"NIH_CONFIG_UNKNOWN_STANZA\",\"message\":\"No stanza is called"
                + " \\\"exce\\\"; did you mean \\\"exec\\\"?\",\"upstart_line\":1}\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void aStanzaOfChromeOsIsAProblemUnlessItsDialectIsAskedFor() throws IOException {
    Files.writeString(folder.resolve("os.conf"), "import FOO\n");
    Shell shell = Shell.in(folder);

    assertThat(shell.upstart("check", "os.conf").status()).isEqualTo(1);
    assertThat(shell.upstart("check", "--dialect", "chromeos", "os.conf").status()).isZero();
  }

  @Test
  void wrongArgumentsAreExplained() {
    Shell.Result result = Shell.in(folder).upstart("check", "--jsn", "good.conf");

    assertThat(result.output()).isEmpty();
    assertThat(result.errors()).contains("--jsn").endsWith("Try: upstart check --help\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void theStandardInputIsAHyphen() {
    assertThat(Shell.in(folder).sh("upstart check - <bad.conf").output())
        .startsWith("-:1:1: error: ");
  }
}
