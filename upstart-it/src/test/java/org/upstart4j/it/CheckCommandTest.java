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
      bad.conf:1:1: error: No stanza is called "exce"; did you mean "exec"? [syntax]
          1 | exce /bin/true
            | ^^^^
            Upstart drops the whole file, so there is no job "bad".
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

    assertThat(result.output()).isEqualTo(PROBLEM + "2 files checked: 1 error in 1 file\n");
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

    assertThat(result.output().lines().filter(line -> line.contains(" error: ")))
        .extracting(line -> line.replaceFirst(":.*", ""))
        .containsExactly("init/a.override", "init/sub/b.conf");
    assertThat(result.output()).contains("\n2 files checked: 2 errors in 2 files\n");
  }

  @Test
  void aFileThatUpstartNeverReadsIsNamedAndAFolderWithoutFilesFails() throws IOException {
    Files.createDirectories(folder.resolve("init"));
    Files.writeString(folder.resolve("init/tunnel"), "start on runlevel [2345]\nexec tunnel\n");

    Shell.Result result = Shell.in(folder).upstart("check", "init");

    assertThat(result.output())
        .startsWith("init/tunnel")
        .contains(" warning: ", "[never-read]")
        .endsWith("0 files checked: no job file was found, 1 warning\n");
    assertThat(result.status()).isEqualTo(1);
    assertThat(Shell.in(folder).upstart("check", "--json", "init").output())
        .startsWith("{\"file\":\"init/tunnel\",")
        .contains("\"code\":\"NOT_READ\",\"message\":\"", "\"rule\":\"never-read\"");
  }

  @Test
  void theNameOfAFileCannotControlTheTerminal() throws IOException {
    Files.createDirectories(folder.resolve("init"));
    Files.writeString(folder.resolve("init/a\u001b[31m\u009b31m\u202eb.conf"), "exce tunnel\n");

    assertThat(Shell.in(folder).upstart("check", "init").output())
        .startsWith("init/a\\x1b[31m\\x9b31m\\u202eb.conf:1:1: error: ");
  }

  @Test
  void aFileThatCannotBeReadFailsTheCheckAndTheOthersAreStillChecked() {
    Shell.Result result = Shell.in(folder).upstart("check", "missing.conf", "bad.conf");

    assertThat(result.output())
        .isEqualTo(PROBLEM + "1 file checked: 1 error in 1 file; 1 could not be read\n");
    assertThat(result.errors()).isEqualTo("upstart check: missing.conf: no such file\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void aNameThatIsNoTextIsTheReason() throws IOException {
    Shell shell = Shell.in(folder);
    Files.createDirectories(folder.resolve("init"));
    Shell.Result made = shell.sh("cd init && echo task >$(printf 'caf\\351').conf");
    assumeTrue(made.status() == 0, "skipped: this file system takes only names that are text");
    String reason = "caf\ufffd.conf: no such file, or its name is no text in UTF-8; rename it\n";

    assertThat(shell.upstart("check", "init").errors())
        .startsWith("upstart check: init/caf\ufffd.conf: Its name is no text in")
        .endsWith("; rename it\n");
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
            "{\"file\":\"bad.conf\",\"line\":1,\"column\":1,\"start\":0,\"end\":4,\"code\":\"NIH_CONFIG_UNKNOWN_STANZA\",\"message\":\"No"
                + " stanza is called \\\"exce\\\"; did you mean"
                + " \\\"exec\\\"?\",\"upstart_line\":1,\"rule\":\"syntax\",\"severity\":\"error\",\"reason\":\"Upstart"
                + " drops the whole file, so there is no job \\\"bad\\\".\"}\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void aStanzaOfChromeOsIsAProblemUnlessItsDialectIsAskedFor() throws IOException {
    Files.writeString(folder.resolve("os.conf"), "import FOO\n");
    Shell shell = Shell.in(folder);

    assertThat(shell.upstart("check", "os.conf").status()).isEqualTo(1);
    assertThat(shell.upstart("check", "--dialect", "chromeos", "--syntax-only", "os.conf").status())
        .isZero();
  }

  @Test
  void aFileIsCheckedForTheVersionThatIsAskedFor() throws IOException {
    Files.writeString(folder.resolve("old.conf"), "setuid www\n");
    Shell shell = Shell.in(folder);

    assertThat(shell.upstart("check", "--for", "1.4", "old.conf").status()).isZero();
    assertThat(shell.upstart("check", "--for", "0.6.5-EL6", "old.conf").output())
        .startsWith(
            "old.conf:1:1: error: \"setuid\" came with Upstart 1.4, and 0.6.5-el6 does not know it;"
                + " write \"exec su ");
  }

  @Test
  void anUnknownVersionIsAWrongArgumentAndNearOnesAreProposed() {
    Shell shell = Shell.in(folder);

    Shell.Result near = shell.upstart("check", "--for", "1.13.3", "good.conf");
    assertThat(near.status()).isEqualTo(2);
    assertThat(near.errors())
        .startsWith(
            "upstart check: no platform and no version of Upstart is called \"1.13.3\"\n"
                + "upstart check: did you mean 1.13.1 or 1.13.2?\n");
    assertThat(shell.upstart("check", "--for", "windows", "good.conf").errors())
        .contains("\"windows\"; there are ubuntu-9.10, ", " 0.6.0, 0.6.1, ");
    assertThat(shell.upstart("check", "--for=1.5", "--dialect=upstart", "good.conf").status())
        .isEqualTo(2);
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

  @Test
  void aFindingForSomeTargetsSaysForWhich() throws IOException {
    Files.writeString(folder.resolve("web.conf"), "setuid www\nexec /usr/sbin/webd\n");
    Shell shell = Shell.in(folder);

    assertThat(
            shell.upstart("check", "--for", "rhel-6", "--for", "ubuntu-14.04", "web.conf").output())
        .contains("web.conf:1:1: error: ", "[too-new]")
        .contains("\n      For rhel-6; fine for ubuntu-14.04.\n");
    assertThat(
            shell
                .upstart("check", "--json", "--for=rhel-6", "--for=ubuntu-14.04", "web.conf")
                .output())
        .containsOnlyOnce("too-new")
        .contains(",\"for\":[\"rhel-6\"]");
  }

  @Test
  void anUnknownTargetIsRefusedWithNearNames() {
    Shell.Result result = Shell.in(folder).upstart("check", "--for", "ubuntu-14.4", "good.conf");

    assertThat(result.errors())
        .startsWith(
            "upstart check: no platform and no version of Upstart is called \"ubuntu-14.4\"")
        .contains("did you mean ubuntu-14.04?");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void theFilesBesideCountForWhatTheyProvideButAreNotChecked() throws IOException {
    Files.writeString(folder.resolve("other.conf"), "emits sun-is-up\nrespwan\n");
    Files.writeString(folder.resolve("web.conf"), "start on sun-is-up\nexec /usr/sbin/webd\n");

    assertThat(Shell.in(folder).upstart("check", "--no-config", "web.conf").output())
        .doesNotContain("respwan");
    assertThat(Shell.in(folder).upstart("check", "--syntax-only", "web.conf").output())
        .isEqualTo("1 file checked: no problem\n");
  }

  @Test
  void coloursFollowTheSeverity() {
    assertThat(Shell.in(folder).upstart("check", "--color=always", "bad.conf").output())
        .contains("\u001b[31m\u001b[1merror:\u001b[0m", "\u001b[31m\u001b[1m^^^^\u001b[0m");
    assertThat(
            Shell.in(folder)
                .with("CLICOLOR_FORCE", "1")
                .upstart("check", "--color=never", "bad.conf")
                .output())
        .doesNotContain("\u001b");
  }

  @Test
  void rulesAreListedAndExplained() {
    Shell shell = Shell.in(folder);

    assertThat(shell.upstart("check", "--explain").output())
        .contains("unknown-event ", "A job that nobody provides");
    assertThat(shell.upstart("check", "--explain", "last-wins").output())
        .startsWith("last-wins (warning): A stanza that a later one replaces\n");
    assertThat(shell.upstart("check", "--explain", "--format=json", "last-wins").output())
        .startsWith("{\"rule\":\"last-wins\",\"severity\":\"warning\",");
    Shell.Result unknown = shell.upstart("check", "--explain", "last-win");
    assertThat(unknown.errors()).contains("did you mean last-wins?");
    assertThat(unknown.status()).isEqualTo(2);
  }

  @Test
  void aReaderThatGoesAwayEndsIt() throws IOException {
    Files.writeString(folder.resolve("many.conf"), "task x\n".repeat(100_000));

    Shell.Result result =
        Shell.in(folder).sh("{ upstart check many.conf; echo $? >&2; } | head -1");

    assertThat(result.output()).startsWith("many.conf:1:");
    assertThat(result.errors()).isEqualTo("141\n");
  }
}
