package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.containers.ContainerLaunchException;
import org.upstart4j.it.site.ContainerSite;
import org.upstart4j.it.site.Eventually;
import org.upstart4j.testcontainers.JobNotRunningException;
import org.upstart4j.testcontainers.JobRejectedException;
import org.upstart4j.testcontainers.Transport;
import org.upstart4j.testcontainers.UpstartContainer;
import org.upstart4j.testcontainers.UpstartWait;

/** A container with the jobs of a test. */
class ContainerJobsTest {

  private static final String WEB =
      "start on startup\nscript\n  echo \"serving as $(id -un)\"\n  exec sleep 1000\nend script\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aJobRunsThatTheContainerWasGivenWhicheverWayItIsReached(Transport transport) {
    try (UpstartContainer container =
        ContainerSite.image()
            .withTransport(transport)
            .withJob("web", WEB)
            .waitingFor(UpstartWait.forJob("web"))) {
      container.start();

      assertThat(container.upstart().job("web").status().isRunning()).isTrue();
      Eventually.is(
          () -> container.log("web").strip().equals("serving as root"), "the log to hold the line");
      assertThat(container.log("other")).isEmpty();
    }
  }

  @Test
  void aFolderOfJobsIsTakenWithItsOverrides() throws Exception {
    Files.writeString(folder.resolve("web.conf"), WEB);
    Files.writeString(folder.resolve("web.override"), "manual\n");
    Files.createDirectory(folder.resolve("net"));
    Files.writeString(folder.resolve("net/dns.conf"), "start on startup\nexec sleep 1000\n");
    try (UpstartContainer container =
        ContainerSite.image().withJobs(folder).waitingFor(UpstartWait.forJob("net/dns"))) {
      container.start();

      assertThat(container.upstart().job("web").status()).hasToString("web stop/waiting");
    }
  }

  @Test
  void aJobThatUpstartRejectsMakesTheStartFailWithTheLine() {
    try (UpstartContainer container = ContainerSite.image().withJob("web", "respwan\n")) {
      assertThatThrownBy(container::start)
          .isInstanceOf(JobRejectedException.class)
          .hasMessageContaining("web.conf:1:1: error: No stanza is called \"respwan\"");
    }
  }

  @Test
  void aJobThatDoesNotRunInTimeIsToldWithWhatItPrinted() {
    String fails = "start on startup\nscript\n  echo the disk is full\n  exit 1\nend script\n";
    try (UpstartContainer container =
        ContainerSite.image()
            .withJob("web", fails)
            .waitingFor(UpstartWait.forJob("web").withStartupTimeout(Duration.ofSeconds(20)))) {
      JobNotRunningException late =
          catchThrowableOfType(JobNotRunningException.class, container::start);

      assertThat(late.statuses()).hasToString("[web stop/waiting]");
      assertThat(late)
          .hasMessageContaining("instead: web stop/waiting; it starts on startup")
          .hasMessageEndingWith("the job printed:\nthe disk is full");
    }
  }

  @Test
  void aContainerThatIsStartedAgainHasAnUpstartAgain() {
    try (UpstartContainer container = ContainerSite.image().withJob("web", WEB)) {
      container.start();
      container.stop();
      assertThatThrownBy(container::upstart).isInstanceOf(IllegalStateException.class);

      container.start();

      assertThat(container.upstart().findJob("web")).isPresent();
    }
  }

  @Test
  void aContainerThatEndsIsToldWithWhatItPrinted() {
    try (UpstartContainer container = ContainerSite.image()) {
      container.withCreateContainerCmdModifier(
          command -> command.withCmd("/bin/sh", "/upstart4j/boot.sh", "remove", "no-such-program"));

      assertThatThrownBy(container::start)
          .isInstanceOf(ContainerLaunchException.class)
          .hasMessageContaining("this image lacks the program no-such-program");
    }
  }
}
