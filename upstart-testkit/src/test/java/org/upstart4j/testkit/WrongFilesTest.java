package org.upstart4j.testkit;

import static org.upstart4j.testkit.UpstartAssertions.assertThat;
import static org.upstart4j.testkit.UpstartAssertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.jobfile.JobFileSyntaxException;
import org.upstart4j.jobfile.version.UpstartVersion;

/** What a test learns about files that are missing or wrong. */
class WrongFilesTest {

  @TempDir static Path folder;

  @RegisterExtension UpstartExtension upstart = UpstartExtension.jobs(folder);

  @BeforeAll
  static void files() throws IOException {
    Files.writeString(folder.resolve("broken.conf"), "exec /bin/true\nrespwan\n");
    Files.writeString(folder.resolve("worker.conf"), "exec /bin/true\n");
  }

  @Test
  void aRejectedFileIsNamedWhereItsJobIsUnknown() {
    assertThatThrownBy(() -> upstart.start("broken"))
        .hasMessageContaining("broken.conf:2:1: No stanza is called \"respwan\"");
    assertThatThrownBy(() -> upstart.job("broken")).hasMessageContaining("broken.conf:2:1: ");
    assertThatThrownBy(() -> upstart.stop("wroker")).hasMessageContaining("did you mean worker?");
  }

  @Test
  void theHistoryBeginsWithIt() {
    assertThat(upstart.history().lines().get(0)).startsWith("broken.conf:2:1: error: ");
  }

  static class MissingFolder {

    @RegisterExtension
    UpstartExtension upstart = UpstartExtension.jobs(Path.of("/nonexistent/init"));

    @Test
    void isNotReached() {}
  }

  @Test
  void aMissingFolderIsTheOnlyFailure() {
    assertThat(Launched.failureOf(MissingFolder.class))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("/nonexistent/init")
        .hasNoSuppressedExceptions();
  }

  static class WrongText {

    @RegisterExtension UpstartExtension upstart = UpstartExtension.job("a", "exce foo\n");

    @Test
    void isNotReached() {}
  }

  @Test
  void aWrongTextIsTheOnlyFailure() {
    assertThat(Launched.failureOf(WrongText.class))
        .isInstanceOf(JobFileSyntaxException.class)
        .hasMessageContaining("a.conf:1:1: ")
        .hasNoSuppressedExceptions();
  }

  static class ChromeOs {

    @RegisterExtension
    UpstartExtension upstart =
        UpstartExtension.job("a", "import PORT\nexec foo\n")
            .withVersion(UpstartVersion.CHROMEOS_1_13);

    @Test
    void starts() {
      upstart.start("a");
    }
  }

  @Test
  void chromeOsStanzasAreAcceptedOnRequest() {
    assertThat(Launched.run(ChromeOs.class).getThrowable()).isEmpty();
  }
}
