package org.upstart4j.analysis.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.NotKnown;

class JobLogsTest {

  @TempDir private Path folder;
  private final Gaps gaps = new Gaps();

  private Optional<String> lastLine(String job, String instance) {
    return new JobLogs(MachineClock.system(), gaps)
        .lastLine(folder, job, instance)
        .map(Evidence.InLog::line);
  }

  private void log(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theLastLineIsTheOneThatIsNotBlank() throws IOException {
    log("web.log", "first\n  last \n\n \n");
    assertThat(lastLine("web", "")).contains("last");
  }

  @Test
  void anInstanceHasALogOfItsOwnAndNoNameLeadsOutOfTheFolder() throws IOException {
    log("net_web-_dev_tty1.log", "there\n");
    assertThat(lastLine("net/web", "/dev/tty1")).contains("there");
    assertThat(lastLine("../web", "")).isEmpty();
    assertThat(lastLine("web\0", "")).isEmpty();
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Files.writeString(folder.resolve("secret"), "secret\n");
    Files.createSymbolicLink(folder.resolve("web.log"), folder.resolve("secret"));
    assertThat(lastLine("web", "")).isEmpty();
  }

  @Test
  void whatIsNoFileIsNotRead() throws IOException {
    Files.createDirectory(folder.resolve("web.log"));
    assertThat(lastLine("web", "")).isEmpty();
  }

  @Test
  void aLongLineIsCutAndNoCharacterIsBroken() throws IOException {
    log("web.log", "x" + "\u20ac".repeat(10_000));
    assertThat(lastLine("web", "")).contains("\u20ac".repeat(200) + "...");
  }

  @Test
  void onlyTheEndOfALongLogIsRead() throws IOException {
    log("web.log", "a line of the log\n".repeat(100_000) + "the end");
    assertThat(lastLine("web", "")).contains("the end");
  }

  @Test
  void bytesThatAreNoTextDoNoHarm() throws IOException {
    Files.write(folder.resolve("web.log"), "a\u00ff\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(lastLine("web", "")).contains("a\ufffd");
  }

  @Test
  void aLogThatMayNotBeReadIsAGapAndAMissingOneIsNot() throws IOException {
    log("web.log", "text\n");
    Path log = folder.resolve("web.log");
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(log), "skipped: root may read everything");
    assertThat(lastLine("web", "")).isEmpty();
    assertThat(lastLine("db", "")).isEmpty();
    assertThat(gaps.list())
        .containsExactly(new NotKnown("What web has printed", "this user may not read " + log));
  }
}
