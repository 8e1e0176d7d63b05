package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Environment;
import org.upstart4j.Job;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UpstartError;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFileSyntaxException;
import org.upstart4j.jobfile.version.UpstartVersion;

/** What is said of a job that is not there. */
class UnknownJobTest {

  @TempDir Path folder;

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  private EmbeddedUpstart withFolder() {
    return engine.with(builder -> builder.folder(folder)).upstart();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aFileThatIsGivenAndRejectedIsAnExceptionWhenTheUpstartIsBuilt() {
    EmbeddedUpstartBuilder builder =
        EmbeddedUpstart.builder()
            .job("good", JobFile.parse("exec foo\n"))
            .job("a", JobFile.parse("exce foo\n"));

    assertThatExceptionOfType(JobFileSyntaxException.class)
        .isThrownBy(builder::build)
        .withMessageStartingWith("Upstart rejects the file of job a\na.conf:1:1: error:")
        .withMessageContaining("did you mean \"exec\"?");
  }

  @Test
  void aRejectedFileOfTheFolderIsTheReason() throws IOException {
    write("web.conf", "exec web\nrespwan\n");
    EmbeddedUpstart upstart = withFolder();
    String reason =
        folder.resolve("web.conf")
            + ":2:1: No stanza is called \"respwan\"; did you mean \"respawn\"?";

    assertThatExceptionOfType(UnknownJobException.class)
        .isThrownBy(() -> upstart.job("web"))
        .withMessage("Unknown job: web; " + reason)
        .satisfies(unknown -> assertThat(unknown.explanation()).contains(reason))
        .satisfies(unknown -> assertThat(unknown.job()).isEqualTo("web"))
        .satisfies(
            unknown ->
                assertThat(unknown.error().map(UpstartError::text)).contains("Unknown job: web"));
    assertThat(upstart.rejectedJobs()).containsExactly(java.util.Map.entry("web", reason));
  }

  @Test
  void aRejectedOverrideFileIsNamedAlthoughTheJobIsThere() throws IOException {
    write("web.conf", "exec web\n");
    write("web.override", "manul\n");

    assertThat(withFolder().rejectedJobs().get("web"))
        .startsWith(folder.resolve("web.override") + ":1:1: ");
  }

  @Test
  void aFileIsNoReasonAnyMoreOnceItIsRight() throws IOException {
    write("web.conf", "exce web\n");
    EmbeddedUpstart upstart = withFolder();
    write("web.conf", "exec web\n");
    upstart.reloadConfiguration();

    assertThat(upstart.job("web").name()).isEqualTo("web");
    assertThat(upstart.rejectedJobs()).isEmpty();
  }

  @Test
  void aFileWithoutItsEndingIsTheReason() throws IOException {
    write("tunnel", "exec tunnel\n");
    write("vpn.conf.txt", "exec vpn\n");
    EmbeddedUpstart upstart = withFolder();

    assertThatThrownBy(() -> upstart.job("tunnel"))
        .hasMessageContaining(folder.resolve("tunnel") + " is not read");
    assertThatThrownBy(() -> upstart.job("vpn"))
        .hasMessageContaining(folder.resolve("vpn.conf.txt") + " is not read");
  }

  @Test
  void nearNamesAreProposed() {
    EmbeddedUpstart upstart =
        engine.job("worker", "exec x").job("works", "exec x").job("other", "exec x").upstart();

    assertThatThrownBy(() -> upstart.job("workr"))
        .hasMessage("Unknown job: workr; did you mean worker or works?");
    assertThatThrownBy(() -> upstart.job("nothing")).hasMessage("Unknown job: nothing");
  }

  @Test
  void aStageThatFailsSaysSoToo() throws IOException {
    write("web.conf", "exec web\n");
    EmbeddedUpstart upstart = withFolder();
    Job web = upstart.job("web");
    write("web.conf", "exce web\n");
    upstart.reloadConfiguration();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> web.startAsync(Environment.EMPTY).toCompletableFuture().get())
        .havingCause()
        .isInstanceOf(UnknownJobException.class)
        .withMessageContaining("web.conf:1:1: ");
    assertThatThrownBy(() -> web.start()).hasMessageContaining("web.conf:1:1: ");
    assertThatThrownBy(web::description).hasMessageContaining("web.conf:1:1: ");
  }

  @Test
  void aNameThatIsNoNameOfAFileIsUnknownAndNothingElse() {
    EmbeddedUpstart upstart = withFolder();

    for (String name : new String[] {"../../etc/passwd", "/", "a\0b", "x".repeat(100_000)}) {
      assertThatExceptionOfType(UnknownJobException.class)
          .isThrownBy(() -> upstart.job(name))
          .satisfies(unknown -> assertThat(unknown.explanation()).isEmpty());
    }
  }

  @Test
  void chromeOsStanzasAreTakenWhereTheyAreWanted() throws IOException {
    write("web.conf", "import PORT\nexec web\n");
    write("web.override", "tmpfiles /usr/lib/tmpfiles.d/web.conf\n");

    assertThatThrownBy(() -> withFolder().job("web"))
        .hasMessageContaining("\"import\" is of ChromeOS only");
    try (EmbeddedUpstart chrome =
        EmbeddedUpstart.builder()
            .processes(new ScriptedProcesses())
            .version(UpstartVersion.CHROMEOS_1_13)
            .folder(folder)
            .job("given", JobFile.parse("import PORT\nexec given\n"))
            .build()) {
      assertThat(chrome.jobs()).extracting(Job::name).containsExactlyInAnyOrder("web", "given");
      assertThat(chrome.rejectedJobs()).isEmpty();
    }
  }
}
