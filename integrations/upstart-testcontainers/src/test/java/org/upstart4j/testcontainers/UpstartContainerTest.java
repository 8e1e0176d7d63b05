package org.upstart4j.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.utility.DockerImageName;

/** A container that is not started. */
class UpstartContainerTest {

  private static final DockerImageName OURS = DockerImageName.parse("upstart4j/upstart4j:0.1.0");

  @Test
  void anImageOfOursOrOfUbuntuIsTaken() {
    assertThatCode(() -> new UpstartContainer(OURS)).doesNotThrowAnyException();
    assertThatCode(() -> new UpstartContainer(DockerImageName.parse("ubuntu-upstart:14.04")))
        .doesNotThrowAnyException();
  }

  @Test
  void anyOtherImageHasToBeDeclared() {
    DockerImageName other = DockerImageName.parse("example/precise:1");

    assertThatThrownBy(() -> new UpstartContainer(other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("asCompatibleSubstituteFor");
    assertThatCode(
            () -> new UpstartContainer(other.asCompatibleSubstituteFor("upstart4j/upstart4j")))
        .doesNotThrowAnyException();
  }

  @Test
  @SuppressWarnings("resource")
  void whoAsksBeforeTheStartIsTold() {
    UpstartContainer container = new UpstartContainer(OURS);

    assertThatThrownBy(container::upstart)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The container does not run: start it first");
    assertThatThrownBy(container::address).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(container::programs).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void stoppingWhatWasNotStartedDoesNoHarm() {
    assertThatCode(() -> new UpstartContainer(OURS).close()).doesNotThrowAnyException();
  }

  @Test
  @SuppressWarnings("resource")
  void withoutAnEngineTheStartFailsAndSaysSo() {
    assumeFalse(
        DockerClientFactory.instance().isDockerAvailable(), "skipped: there is a Docker engine");

    assertThatThrownBy(() -> new UpstartContainer(OURS).start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Docker environment");
  }

  @Test
  void theInnermostFailureOfALaunchIsTheOneThatIsTold() {
    JobRejectedException rejected = new JobRejectedException("web", "no");
    ContainerLaunchException wrapped =
        new ContainerLaunchException(
            "one",
            new IllegalStateException("two", new ContainerLaunchException("three", rejected)));

    assertThat(LaunchFailures.clearest(wrapped)).isSameAs(rejected);
    assertThat(LaunchFailures.clearest(rejected)).isSameAs(rejected);
  }
}
