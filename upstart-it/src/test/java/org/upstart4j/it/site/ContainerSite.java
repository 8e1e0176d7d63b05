package org.upstart4j.it.site;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.upstart4j.Deadline;
import org.upstart4j.Wait;
import org.upstart4j.initctl.Command;
import org.upstart4j.initctl.CommandResult;
import org.upstart4j.testcontainers.Transport;
import org.upstart4j.testcontainers.UpstartContainer;
import org.upstart4j.testcontainers.UpstartWait;

/**
 * The Upstart of an {@link UpstartContainer}: of Ubuntu 14.04, or of the image that {@code
 * -Dupstart.it.image} names.
 */
public final class ContainerSite implements Site, AutoCloseable {

  private static final String OWN = "upstart4j-";
  private static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));

  /** Whether a test fails if there is no Upstart. */
  private static final boolean MUST_BE = Boolean.getBoolean("upstart.it.container");

  /** Why there is no Upstart, if so; finding out may take minutes. */
  private static final String MISSING = missing();

  private final UpstartContainer container;
  private final RemoteShell shell;

  private ContainerSite(UpstartContainer container) throws IOException {
    this.container = container;
    this.shell = new RemoteShell(docker("exec", "-i", container.getContainerId(), "sh"));
  }

  private static List<String> docker(String... words) {
    String engine = DockerClientFactory.instance().getTransportConfig().getDockerHost().toString();
    return Stream.concat(Stream.of("docker", "-H", engine), Arrays.stream(words)).toList();
  }

  /**
   * Starts a container, and waits until its Upstart answers. Without a Docker engine, or without an
   * image, the tests are skipped; with {@code -Dupstart.it.container=true} they fail.
   *
   * @param transport how its Upstart is reached
   */
  public static ContainerSite start(Transport transport) throws IOException {
    UpstartContainer container =
        image()
            .withTransport(transport)
            .waitingFor(UpstartWait.forUpstart().withStartupTimeout(Duration.ofMinutes(2)));
    try {
      container.start();
      return new ContainerSite(container);
    } catch (Throwable failure) {
      container.close();
      throw failure;
    }
  }

  private static String missing() {
    String missing = "there is no Docker engine";
    if (DockerClientFactory.instance().isDockerAvailable()) {
      try {
        unchecked().getDockerImageName();
        return "";
      } catch (RuntimeException failure) {
        missing = "Docker has no image with Upstart, " + reason(failure);
      }
    }
    if (!MUST_BE) {
      // Maven counts skipped tests, but doesn't say why
      System.out.printf(
          "The tests in a container are skipped: %s. With -Pcontainer they fail.%n", missing);
    }
    return missing;
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? String.valueOf(failure.getMessage()).strip() : reason(cause);
  }

  private static void skip() {
    if (MUST_BE) {
      fail("-Pcontainer asks for a container with Upstart, but " + MISSING);
    }
    abort(MISSING);
  }

  /** Returns a container of the image, not started; without an engine, skips the test or fails. */
  public static UpstartContainer image() {
    if (!MISSING.isEmpty()) {
      skip();
    }
    return unchecked();
  }

  private static UpstartContainer unchecked() {
    String named = System.getProperty("upstart.it.image", "");
    return named.isEmpty()
        ? UpstartContainer.ubuntu()
        : new UpstartContainer(
            DockerImageName.parse(named).asCompatibleSubstituteFor("upstart4j/upstart4j"));
  }

  /** Returns the container, which runs. */
  public UpstartContainer container() {
    return container;
  }

  /** Removes what is in the folder of jobs and belongs to a test. */
  public ContainerSite fresh() {
    run("find", "/etc/init", "-mindepth", "1", "!", "-name", OWN + "*", "-delete");
    return this;
  }

  @Override
  public String address() {
    return container.address();
  }

  @Override
  public void kill(String signal, String pid) {
    run("sh", "-c", "kill \"-$0\" \"$1\" 2>/dev/null || true", signal, pid);
  }

  @Override
  public CommandResult initctl(List<String> words) {
    List<String> line = new ArrayList<>(List.of("initctl"));
    line.addAll(words);
    return container.programs().run(Command.of(line), Deadline.of(PATIENCE));
  }

  private String run(String... words) {
    return shell.run(List.of(words));
  }

  @Override
  public void write(Map<String, String> files) {
    List<String> words = new ArrayList<>(List.of("sh", "-ec"));
    words.add(
        """
        cd /etc/init
        while [ $# -gt 0 ]; do
          mkdir -p "$(dirname "./$1")"
          printf %s "$2" >"./$1.tmp~"
          mv "./$1.tmp~" "./$1"
          shift 2
        done
        """);
    words.add("sh");
    files.forEach((file, text) -> words.addAll(List.of(file, text)));
    run(words.toArray(String[]::new));
  }

  @Override
  public String read(String file) {
    return run("cat", "/etc/init/" + file);
  }

  @Override
  public void remove(Collection<String> files) {
    List<String> words =
        new ArrayList<>(List.of("sh", "-ec", "cd /etc/init; rm -f -- \"$@\"", "sh"));
    words.addAll(files);
    run(words.toArray(String[]::new));
  }

  @Override
  public boolean owns(String job) {
    return job.startsWith(OWN);
  }

  @Override
  public void close() {
    shell.close();
    container.close();
  }
}
