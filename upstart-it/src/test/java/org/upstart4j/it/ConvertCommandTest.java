package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.Shell.Result;

/** Units of systemd, on the command line. */
class ConvertCommandTest {

  private static final String WEB =
      "start on runlevel [2345]\nrespawn\nrespawn limit 3 10\nexec /usr/sbin/web\n";

  @TempDir Path folder;

  @BeforeEach
  void jobs() throws IOException {
    Served.job(folder, "web", WEB);
    Served.job(folder, "report", "pre-start script\n  a\n  b\nend script\nexec /usr/bin/report\n");
  }

  private Result convert(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "convert";
    System.arraycopy(words, 0, all, 1, words.length);
    return Shell.in(folder).upstart(all);
  }

  private String unit(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  @Test
  void aFolderBecomesUnitsAndScripts() throws IOException {
    Result result = convert("init", "--out", "out");

    assertThat(result.errors()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(unit("out/web.service"))
        .contains("Restart=always\n", "StartLimitBurst=4\n", "WantedBy=multi-user.target\n");
    Path script = folder.resolve("out/helpers/report.pre-start");
    assertThat(script).content().contains("a\n", "b\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
        .isEqualTo("rwxr-xr-x");
    assertThat(result.output())
        .contains("all jobs: approximate  no stanza -> KillMode=control-group [kill-scope]\n")
        .contains("2 jobs: 2 units, 1 helper script (1.13.2 -> systemd 252)\n")
        .contains("\nWrote 3 files to out\n", "\n  systemctl enable web.service\n");
  }

  @Test
  void withoutAFolderNothingIsWritten() {
    Shell shell = Shell.in(folder);
    String before = shell.sh("ls -lR --full-time").output();

    Result result = convert("init");

    assertThat(result.output()).endsWith("Nothing is written without --out DIR.\n");
    assertThat(result.status()).isZero();
    assertThat(shell.sh("ls -lR --full-time").output()).isEqualTo(before);
  }

  @Test
  void theSameAgainChangesNothing() {
    convert("init", "--out", "out");
    String before = Shell.in(folder).sh("ls -lR --full-time out").output();

    Result again = convert("init", "--out", "out");

    assertThat(again.output()).contains("Wrote 0 files to out; 3 were there already\n");
    assertThat(again.status()).isZero();
    assertThat(Shell.in(folder).sh("ls -lR --full-time out").output()).isEqualTo(before);
  }

  @Test
  void aFileThatIsThereIsReplacedOnRequestOnly() throws IOException {
    Files.createDirectory(folder.resolve("out"));
    Files.writeString(folder.resolve("out/web.service"), "mine\n");

    Result refused = convert("init", "--out", "out");
    assertThat(refused.errors())
        .isEqualTo(
            """
            upstart convert: out/web.service: exists already
            upstart convert: nothing was written; --force replaces files
            """);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(folder.resolve("out").toFile().list()).containsExactly("web.service");

    assertThat(convert("init", "--out", "out", "--force").status()).isZero();
    assertThat(unit("out/web.service")).contains("Restart=always\n");
  }

  @Test
  void aFileIsOneJobWithTheOverrideFileBesideIt() throws IOException {
    Files.writeString(folder.resolve("init/web.override"), "manual\n");

    Result result = convert("init/web.conf", "--out", "-");

    assertThat(result.output())
        .startsWith("# web.service\n")
        .contains("Restart=always\n")
        .doesNotContain("report", "WantedBy=");
    assertThat(result.errors()).contains("1 job: 1 unit (1.13.2 -> systemd 252)\n");
  }

  @Test
  void theStandardInputIsAJobThatHasANameOfItsOwn() {
    Result result =
        Shell.in(folder).sh("printf 'exec /bin/a\\n' | upstart convert - --job b --out -");

    assertThat(result.output()).startsWith("# b.service\n");
    assertThat(convert("-").errors())
        .startsWith("upstart convert: the standard input needs --job, its name\n");
  }

  @Test
  void jsonIsAnObjectForEachFindingAndNothingElse() {
    String output = convert("init", "--report", "json", "--out", "out").output();

    assertThat(output.lines())
        .allMatch(line -> line.startsWith("{\"job\":\"") && line.endsWith("}"))
        .anyMatch(
            line ->
                line.startsWith("{\"job\":\"web\",\"file\":\"init/web.conf\",\"line\":2,")
                    && line.contains("\"stanza\":\"respawn\",\"level\":\"exact\""));
  }

  @Test
  void aPageIsWrittenBesideTheUnitsOrPrinted() throws IOException {
    assertThat(convert("init", "--report", "html").output())
        .startsWith("<!DOCTYPE html>\n")
        .endsWith("</html>\n");

    assertThat(convert("init", "--report", "html", "--out", "out").status()).isZero();
    assertThat(unit("out/report.html")).contains("<pre>respawn limit 3 10</pre>");
  }

  @Test
  void aUnitThatSomebodyHasIsComparedSettingBySetting() throws IOException {
    Files.writeString(
        folder.resolve("theirs.service"),
        "[Service]\nExecStart=/usr/sbin/web\nRestart=on-failure\n");

    Result result = convert("init/web.conf", "--diff", "theirs.service");

    assertThat(result.output())
        .contains("[Service] Restart=\n    theirs: on-failure\n    ours: always\n")
        .contains("    init/web.conf:2: respawn")
        .doesNotContain("ExecStart=\n");
    assertThat(result.status()).isZero();
    assertThat(convert("init", "--diff", "theirs.service", "--job", "web").output())
        .isEqualTo(result.output());
    assertThat(convert("init/web.conf", "--diff", "theirs.service", "--json").output())
        .contains(
            "{\"job\":\"web\",\"unit\":\"web.service\",\"section\":\"Service\","
                + "\"directive\":\"Restart\",\"theirs\":[\"on-failure\"],\"ours\":[\"always\"],");
    assertThat(convert("init", "--diff", "theirs.service").errors())
        .startsWith("upstart convert: --diff compares one job; say which by --job\n");
  }

  @Test
  void strictMakesTheStatus() throws IOException {
    Served.job(folder, "lost", "debug\nexec /bin/a\n");

    assertThat(convert("init").status()).isZero();
    assertThat(convert("init", "--strict").status()).isEqualTo(1);
    assertThat(convert("init/web.conf", "--strict").status()).isZero();
  }

  @Test
  void whatUpstartRejectsIsSaidAndTheRestIsWritten() throws IOException {
    Served.job(folder, "bad", "exec /bin/a\nrespwan\n");

    Result result = convert("init", "--out", "out");

    assertThat(result.output()).contains("init/bad.conf:2: lost  respwan ");
    assertThat(result.status()).isEqualTo(1);
    assertThat(folder.resolve("out/web.service")).exists();
    assertThat(folder.resolve("out/bad.service")).doesNotExist();
    assertThat(convert("init", "--json").errors())
        .startsWith("upstart convert: init/bad.conf:2: Upstart rejects ");
  }

  @Test
  void aFolderWithoutJobsIsAFailure() throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    assertThat(convert("empty").errors())
        .isEqualTo("upstart convert: empty: no job file is there\n");
    assertThat(convert("empty").status()).isEqualTo(1);
    assertThat(convert("nowhere").errors()).isEqualTo("upstart convert: nowhere: no such file\n");
  }

  @Test
  void noNameLeadsOutOfTheFolderOrCommandsATerminal() throws IOException {
    Served.job(folder, "a\u001b[31m", "debug\nexec /bin/a\n");
    Files.createDirectories(folder.resolve("init/.. /x"));
    Files.writeString(folder.resolve("init/.. /x/y.conf"), "exec /bin/a\n");

    Result result = convert("init", "--out", "deep/out");

    assertThat(result.output()).contains("a\\x1b[31m").doesNotContain("\u001b");
    assertThat(folder.resolve("deep").toFile().list()).containsExactly("out");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertMisuse("missing FILE|DIR");
    assertMisuse(
        "--to takes systemd, and nothing else so far, not upstart", "init", "--to", "upstart");
    assertMisuse(
        "--systemd takes the number of a version, such as 252, not \"x\"", "init", "--systemd=x");
    assertMisuse("illegal argument of --logs: x; there are journal, files", "init", "--logs", "x");
    assertMisuse("--helpers takes an absolute path", "init", "--helpers", "x/y");
    assertMisuse("--helpers takes an absolute path", "init", "--helpers", "/x/../y");
    assertMisuse("--force goes with --out and a folder", "init", "--force");
    assertMisuse("--out - prints the files", "init", "--out", "-", "--json");
    assertMisuse("--diff and --out exclude each other", "init", "--diff", "x", "--out", "y");
    assertMisuse("--job goes with a file, or with --diff", "init", "--job", "web");
    assertMisuse("init/web.override changes a job", "init/web.override");
  }

  private void assertMisuse(String message, String... words) {
    Result result = convert(words);

    assertThat(result.errors()).startsWith("upstart convert: " + message);
    assertThat(result.status()).isEqualTo(2);
  }
}
