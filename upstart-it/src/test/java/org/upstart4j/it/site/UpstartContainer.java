package org.upstart4j.it.site;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.images.builder.Transferable;
import org.upstart4j.Deadline;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.initctl.Command;
import org.upstart4j.initctl.CommandResult;
import org.upstart4j.initctl.CommandRunner;

/**
 * A container whose process 1 is Upstart. It is made of {@code src/test/docker/Dockerfile}, or of
 * the image that {@code -Dupstart.it.image} names, of which is expected that {@code /sbin/init} is
 * an Upstart and that there are {@code initctl}, {@code dbus-daemon} and {@code socat}. All else is
 * put in here: a system bus, and relays that lead to the bus and to Upstart's own socket, as jobs.
 */
public final class UpstartContainer implements Site, AutoCloseable {

  private static final String OWN = "upstart4j-";
  private static final int SOCKET_PORT = 7001;
  private static final int BUS_PORT = 7002;
  private static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));

  private static final String BUS =
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
       "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <type>system</type>
        <listen>unix:path=/run/dbus/system_bus_socket</listen>
        <auth>EXTERNAL</auth>
        <policy context="default">
          <allow user="*"/>
          <allow own="*"/>
          <allow send_destination="*"/>
          <allow receive_sender="*"/>
        </policy>
      </busconfig>
      """;

  /** Upstart joins the bus when it gets USR1. */
  private static final String BUS_JOB =
      """
      emits upstart4j-boot
      start on upstart4j-boot
      script
        mkdir -p /run/dbus
        if [ ! -S /run/dbus/system_bus_socket ]; then
          exec dbus-daemon --config-file=/upstart4j/bus.xml --nofork --nopidfile
        fi
      end script
      post-start script
        until [ -S /run/dbus/system_bus_socket ]; do
          sleep 0.1
        done
        kill -USR1 1
      end script
      """;

  private static final String RELAY_JOB =
      """
      start on upstart4j-boot
      exec socat TCP-LISTEN:%d,fork,reuseaddr %s
      """;

  /**
   * Makes sure that the folder of jobs holds nothing but what tests put there, whatever the image
   * holds.
   */
  private static final String BOOT =
      "rm -rf /etc/init /run/dbus && mkdir -p /etc/init && cp /upstart4j/*.conf /etc/init && exec"
          + " /sbin/init --startup-event upstart4j-boot";

  /** Whether a test fails if there is no Upstart. */
  private static final boolean MUST_BE = Boolean.getBoolean("upstart.it.container");

  /** Why there is no Upstart, if so; finding out may take minutes. */
  private static final String MISSING = missing();

  private final GenericContainer<?> container;
  private final CommandRunner programs;
  private final RemoteShell shell;
  private final Path folder;
  private final Relay socket;
  private final Relay bus;

  private UpstartContainer(GenericContainer<?> container) throws IOException {
    this.container = container;
    this.programs = CommandRunner.through(docker("exec", container.getContainerId()));
    this.shell = new RemoteShell(List.of(docker("exec", "-i", container.getContainerId(), "sh")));
    this.folder = Files.createTempDirectory("upstart4j");
    this.socket = relay("socket", SOCKET_PORT);
    this.bus = relay("bus", BUS_PORT);
  }

  private Relay relay(String name, int port) throws IOException {
    return new Relay(
        folder.resolve(name),
        new InetSocketAddress(container.getHost(), container.getMappedPort(port)));
  }

  private static String[] docker(String... words) {
    String engine = DockerClientFactory.instance().getTransportConfig().getDockerHost().toString();
    return Stream.concat(Stream.of("docker", "-H", engine), Arrays.stream(words))
        .toArray(String[]::new);
  }

  /**
   * Starts a container, and waits until its Upstart answers both ways. Without a Docker engine, or
   * without an image, the tests are skipped; with {@code -Dupstart.it.container=true} they fail.
   */
  public static UpstartContainer start() throws IOException {
    if (!MISSING.isEmpty()) {
      skip();
    }
    GenericContainer<?> container = container();
    container.start();
    UpstartContainer started = new UpstartContainer(container);
    try {
      started.await(DbusUpstart.at(started.address()));
      started.await(DbusUpstart.builder().bus(started.bus()).build());
    } catch (Throwable failure) {
      started.close();
      throw failure;
    }
    return started;
  }

  private static String missing() {
    String missing = "there is no Docker engine";
    if (DockerClientFactory.instance().isDockerAvailable()) {
      try {
        image().getDockerImageName();
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

  // closed by close
  @SuppressWarnings("resource")
  private static GenericContainer<?> container() {
    GenericContainer<?> container = image();
    return container
        .withEnv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/run/dbus/system_bus_socket")
        // the kernel gives it to process 1
        .withEnv("TERM", "linux")
        .withExposedPorts(SOCKET_PORT, BUS_PORT)
        .withCreateContainerCmdModifier(UpstartContainer::toThisMachineOnly)
        .withCommand("/bin/sh", "-c", BOOT)
        .withStartupTimeout(Duration.ofMinutes(2))
        .withCopyToContainer(Transferable.of(BUS), "/upstart4j/bus.xml")
        .withCopyToContainer(Transferable.of(BUS_JOB), "/upstart4j/upstart4j-bus.conf")
        .withCopyToContainer(
            Transferable.of(
                RELAY_JOB.formatted(SOCKET_PORT, "ABSTRACT-CONNECT:/com/ubuntu/upstart")),
            "/upstart4j/upstart4j-socket-relay.conf")
        .withCopyToContainer(
            Transferable.of(
                RELAY_JOB.formatted(BUS_PORT, "UNIX-CONNECT:/run/dbus/system_bus_socket")),
            "/upstart4j/upstart4j-bus-relay.conf");
  }

  private static GenericContainer<?> image() {
    String named = System.getProperty("upstart.it.image", "");
    return named.isEmpty()
        ? new GenericContainer<>(
            new ImageFromDockerfile("upstart4j/upstart-it", false)
                .withFileFromPath(".", Path.of("src/test/docker").toAbsolutePath()))
        : new GenericContainer<>(named);
  }

  /** A client of a relay is root in the container, so no other machine may reach it. */
  private static void toThisMachineOnly(CreateContainerCmd command) {
    if (DockerClientFactory.instance().dockerHostIpAddress().equals("localhost")) {
      List<PortBinding> bindings = new ArrayList<>();
      for (int port : List.of(SOCKET_PORT, BUS_PORT)) {
        bindings.add(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(port)));
      }
      command.getHostConfig().withPortBindings(bindings);
    }
    command.withEntrypoint();
  }

  private void await(Upstart upstart) {
    Deadline deadline = Deadline.of(PATIENCE);
    try (upstart) {
      while (!answers(upstart)) {
        if (!container.isRunning()) {
          throw new AssertionError("The container has ended: " + container.getLogs());
        }
        deadline.sleep(Duration.ofMillis(50), upstart + " to answer: " + container.getLogs());
      }
    }
  }

  private static boolean answers(Upstart upstart) {
    try {
      upstart.version();
      return true;
    } catch (UpstartException notYet) {
      return false;
    }
  }

  /** Removes what is in the folder of jobs and belongs to a test. */
  public UpstartContainer fresh() {
    run("find", "/etc/init", "-mindepth", "1", "!", "-name", OWN + "*", "-delete");
    return this;
  }

  @Override
  public String address() {
    return socket.address();
  }

  /** Returns the address of its system bus, as it can be reached from here. */
  public String bus() {
    return bus.address();
  }

  /** Returns what runs programs in it; each takes its time. */
  public CommandRunner programs() {
    return programs;
  }

  @Override
  public void kill(String signal, String pid) {
    run("sh", "-c", "kill \"-$0\" \"$1\" 2>/dev/null || true", signal, pid);
  }

  @Override
  public CommandResult initctl(List<String> words) {
    List<String> line = new ArrayList<>(List.of("initctl"));
    line.addAll(words);
    return programs.run(Command.of(line), Deadline.of(PATIENCE));
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
    try (GenericContainer<?> ended = container;
        Relay one = socket;
        Relay other = bus) {
      shell.close();
      programs.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    try {
      Files.delete(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
