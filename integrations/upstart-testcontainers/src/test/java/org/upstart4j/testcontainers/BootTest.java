package org.upstart4j.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.images.builder.Transferable;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Verdict;

/** What a container gets before it starts. */
class BootTest {

  private static final JobFile WEB = JobFile.parse("exec /usr/bin/web\n");

  @TempDir private Path folder;

  @Test
  void aJobIsAFileThatOnlyRootMayChange() {
    Boot boot = boot(Transport.SOCKET, GivenJobs.with(GivenJobs.NONE, "web", WEB));

    Transferable file = boot.files().get("/upstart4j/init/web.conf");

    assertThat(file).isNotNull();
    assertThat(file.getBytes()).asString().isEqualTo("exec /usr/bin/web\n");
    assertThat(file.getFileMode()).isEqualTo(0100644);
  }

  @Test
  void aJobMayBeInAFolder() {
    assertThat(GivenJobs.with(GivenJobs.NONE, "net/web", WEB).files())
        .containsOnlyKeys("net/web.conf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "..", "../web", "net/../../web", "/etc/passwd", "net//web", "a\nb", "."})
  void aNameThatIsNoFileInTheFolderOfJobsIsRefused(String name) {
    assertThatThrownBy(() -> GivenJobs.with(GivenJobs.NONE, name, WEB))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void aFolderGivesItsConfAndOverrideFiles() throws Exception {
    Files.writeString(folder.resolve("web.conf"), "exec /usr/bin/web\n");
    Files.writeString(folder.resolve("web.override"), "manual\n");
    Files.writeString(folder.resolve("README"), "not a job\n");
    Files.createDirectory(folder.resolve("net"));
    Files.writeString(folder.resolve("net/dns.conf"), "exec /usr/bin/dns\n");

    assertThat(GivenJobs.with(GivenJobs.NONE, folder).files())
        .containsOnlyKeys("web.conf", "web.override", "net/dns.conf");
  }

  @Test
  void aFolderThatIsMissingIsTold() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> GivenJobs.with(GivenJobs.NONE, missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void aFileThatCannotBeReadIsTold() throws Exception {
    Files.createDirectory(folder.resolve("web.conf"));

    assertThatThrownBy(() -> GivenJobs.read(folder.resolve("web.conf")))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> GivenJobs.read(folder.resolve("other.conf")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("other.conf");
  }

  @Test
  void theBusHasAPortAndTheProgramOfItsOwn() {
    assertThat(boot(Transport.SOCKET, GivenJobs.NONE).ports()).containsExactly(7001);
    assertThat(boot(Transport.BUS, GivenJobs.NONE).ports()).containsExactly(7001, 7002);
    assertThat(boot(Transport.INITCTL, GivenJobs.NONE).ports()).isEmpty();

    assertThat(boot(Transport.BUS, GivenJobs.NONE).command())
        .containsExactly("/bin/sh", "/upstart4j/boot.sh", "remove", "perl", "dbus-daemon");
    assertThat(new Boot(Transport.SOCKET, GivenJobs.NONE, true).command()).contains("keep");
  }

  /** What leads to Upstart is started by Upstart, so Upstart has to accept it. */
  @Test
  void theJobsOfTheContainerItselfAreFreeOfProblems() {
    boot(Transport.BUS, GivenJobs.NONE)
        .files()
        .forEach(
            (path, file) -> {
              if (path.endsWith(".conf")) {
                assertThat(JobDefinition.verdict(path, JobFile.parse(file.getBytes())))
                    .as(path)
                    .isInstanceOf(Verdict.Accepted.class);
              }
            });
  }

  private static Boot boot(Transport transport, JobFolder jobs) {
    return new Boot(transport, jobs, false);
  }
}
