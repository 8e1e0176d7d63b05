package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code upstart enable} and {@code disable}. */
class SwitchCommandTest {

  @TempDir Path folder;
  private Path override;

  @BeforeEach
  void jobFile() throws IOException {
    conf("start on startup\nexec true\n");
    override = folder.resolve("web.override");
  }

  private void conf(String text) throws IOException {
    Files.writeString(folder.resolve("web.conf"), text);
  }

  private Shell.Result upstart(String command, String... more) {
    String[] line = new String[more.length + 3];
    line[0] = command;
    line[1] = "web";
    line[2] = "--confdir=.";
    System.arraycopy(more, 0, line, 3, more.length);
    return Shell.in(folder).upstart(line);
  }

  @Test
  void aJobIsDisabledByAnOverrideFileThatEnablingRemoves() {
    assertThat(upstart("disable").output())
        .isEqualTo(
            "./web.override: created\n"
                + "web does not start by itself: ./web.override:1 says manual\n");
    assertThat(override).hasContent("manual\n");
    assertThat(upstart("enable").output())
        .isEqualTo(
            "./web.override: removed\nweb starts by itself: ./web.conf:1 says start on startup\n");
    assertThat(override).doesNotExist();
  }

  @Test
  void bothMayBeRepeated() {
    upstart("disable");
    Shell.Result disabled = upstart("disable");
    assertThat(disabled.output()).startsWith("./web.override: unchanged\n");
    assertThat(disabled.status()).isZero();

    upstart("enable");
    Shell.Result enabled = upstart("enable");
    assertThat(enabled.output())
        .isEqualTo("web starts by itself: ./web.conf:1 says start on startup\n");
    assertThat(enabled.status()).isZero();
  }

  @Test
  void everyOtherByteAndTheModeStay() throws IOException {
    byte[] before = "# \u00e9\r\nenv  A=1 # \\\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(override, before);
    Files.setPosixFilePermissions(override, PosixFilePermissions.fromString("rw-r-----"));

    upstart("disable");
    assertThat(Files.readString(override, StandardCharsets.ISO_8859_1)).contains("manual");
    upstart("enable");

    assertThat(Files.readAllBytes(override)).isEqualTo(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(override)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aStartOnOfTheOverrideFileIsOverruledAndComesBack() throws IOException {
    Files.writeString(override, "manual\nstart on other\n");

    Shell.Result disabled = upstart("disable");
    assertThat(disabled.output()).contains("web does not start by itself: ./web.override:");
    assertThat(disabled.status()).isZero();
    assertThat(upstart("enable").output())
        .isEqualTo(
            "./web.override: changed\nweb starts by itself: ./web.override:1 says start on other\n");
    assertThat(override).hasContent("start on other\n");
  }

  @Test
  void anotherReasonWhyAJobDoesNotStartIsReported() throws IOException {
    conf("start on startup\nmanual\nexec true\n");
    assertThat(upstart("enable").errors())
        .isEqualTo(
            "upstart enable: web does not start by itself: ./web.conf:2 says manual; take that out,"
                + " or write a start on into ./web.override\n");
    assertThat(upstart("enable").status()).isEqualTo(1);

    conf("exec true\n");
    assertThat(upstart("enable").errors())
        .isEqualTo(
            "upstart enable: web does not start by itself: nothing says so; write a start on into"
                + " its job file, or into ./web.override\n");
  }

  @Test
  void aJobWhoseFilesAreRejectedIsAFailure() throws IOException {
    conf("start on startup\nexce true\n");
    String rejected =
        "web does not start by itself: Upstart rejects ./web.conf:2: No stanza is called \"exce\";"
            + " did you mean \"exec\"?; correct that first\n";
    Shell.Result disabled = upstart("disable");
    assertThat(disabled.errors()).isEqualTo("upstart disable: " + rejected);
    assertThat(disabled.status()).isEqualTo(1);
    Shell.Result enabled = upstart("enable");
    assertThat(enabled.errors()).isEqualTo("upstart enable: " + rejected);
    assertThat(enabled.status()).isEqualTo(1);

    conf("start on startup\nexec true\n");
    Files.writeString(override, "nice x\n");
    Shell.Result wrongOverride = upstart("enable");
    assertThat(wrongOverride.errors())
        .startsWith("upstart enable: web starts by itself: Upstart rejects ./web.override:1: ")
        .endsWith("; correct that first\n");
    assertThat(wrongOverride.status()).isEqualTo(1);
  }

  @Test
  void nothingIsWrittenWhereALinkToAFolderLeadsOut() throws IOException {
    Path init = Files.createDirectory(folder.resolve("init"));
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("o.conf"), "start on a\n");
    Files.createSymbolicLink(init.resolve("outdir"), outside);

    Shell.Result result = Shell.in(folder).upstart("disable", "outdir/o", "--confdir=init");

    assertThat(result.status()).isEqualTo(1);
    assertThat(outside.resolve("o.override")).doesNotExist();
  }

  @Test
  void aDryRunShowsTheDifferenceAndWritesNothing() {
    assertThat(upstart("disable", "--dry-run").output())
        .isEqualTo("--- ./web.override\n+++ ./web.override\n@@ -0,0 +1,1 @@\n+manual\n");
    assertThat(override).doesNotExist();
  }

  @Test
  void aDryRunPrintsTheDifferenceAsJsonOnRequest() {
    assertThat(upstart("disable", "--dry-run", "--json").output())
        .isEqualTo(
            "{\"job\":\"web\",\"override\":\"./web.override\",\"change\":\"created\","
                + "\"diff\":\"--- ./web.override\\n+++ ./web.override\\n@@ -0,0 +1,1 @@\\n"
                + "+manual\\n\"}\n");
    assertThat(override).doesNotExist();
  }

  @Test
  void aDryRunFailsWhereUpstartWouldRejectTheFiles() throws IOException {
    conf("start on startup\nexce true\n");
    for (String command : List.of("disable", "enable")) {
      Shell.Result foretold = upstart(command, "--dry-run");

      assertThat(override).doesNotExist();
      assertThat(foretold.status()).isEqualTo(1);
      assertThat(upstart(command, "--dry-run", "--json").status()).isEqualTo(1);
      assertThat(foretold.errors()).isEqualTo(upstart(command).errors());
      upstart("enable");
    }
    assertThat(upstart("disable", "--dry-run").output()).contains("+manual\n");
  }

  @Test
  void chromeOsStanzasAreKnownInTheirDialect() throws IOException {
    conf("start on startup\nimport X\nexec true\n");

    assertThat(upstart("disable", "--dialect=chromeos").status()).isZero();
    assertThat(upstart("enable", "--dialect=chromeos").output())
        .endsWith("web starts by itself: ./web.conf:1 says start on startup\n");
    assertThat(upstart("enable").status()).isEqualTo(1);
  }

  @Test
  void aVersionWithoutManualGetsAnEventThatNobodyEmits() {
    assertThat(upstart("disable", "--for=0.6.5-el6").output())
        .isEqualTo(
            "./web.override: created\n"
                + "web does not start by itself: ./web.override:1 says start on manual\n");
    assertThat(upstart("enable", "--for=0.6.5-el6").output())
        .startsWith("./web.override: removed\n");
    assertThat(override).doesNotExist();
  }

  @Test
  void aVersionWithoutOverrideFilesGetsItInTheJobFile() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("web.conf"));

    assertThat(upstart("disable", "--for=0.6.5", "--dry-run", "--json").output())
        .startsWith("{\"job\":\"web\",\"conf\":\"./web.conf\",\"change\":\"changed\",");
    assertThat(upstart("disable", "--for=0.6.5").output())
        .isEqualTo(
            "./web.conf: changed\n"
                + "web does not start by itself: ./web.conf:2 says start on manual\n");
    assertThat(upstart("enable", "--for=0.6.5").output())
        .isEqualTo(
            "./web.conf: changed\nweb starts by itself: ./web.conf:1 says start on startup\n");
    assertThat(Files.readAllBytes(folder.resolve("web.conf"))).isEqualTo(before);
    assertThat(override).doesNotExist();
  }

  @Test
  void jsonTellsWhatDecides() {
    assertThat(upstart("disable", "--json").output())
        .isEqualTo(
            "{\"job\":\"web\",\"override\":\"./web.override\",\"change\":\"created\","
                + "\"starts_by_itself\":false,\"decided_by\":\"./web.override\",\"line\":1,"
                + "\"explanation\":\"does not start by itself: ./web.override:1 says manual\"}\n");
  }

  @Test
  void aLinkThatUpstartDoesNotReadIsRefused() throws IOException {
    Files.createSymbolicLink(override, Path.of("/dev/null"));

    assertThat(upstart("disable").errors())
        .isEqualTo(
            "upstart disable: ./web.override: a symbolic link, which Upstart does not read; remove"
                + " it first\n");
  }

  @Test
  void aJobThatIsNotThereIsAFailure() {
    Shell shell = Shell.in(folder);

    assertThat(shell.upstart("enable", "nobody", "--confdir=.").errors())
        .isEqualTo("upstart enable: ./nobody.conf: no such file\n");
    assertThat(shell.upstart("disable", "../web", "--confdir=.").status()).isEqualTo(1);
    assertThat(folder.resolve("../web.override")).doesNotExist();
  }
}
