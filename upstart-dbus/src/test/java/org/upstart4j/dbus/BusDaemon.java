package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A real dbus-daemon, with a configuration of its own. */
final class BusDaemon implements AutoCloseable {

  private static final String PROGRAM = "dbus-daemon";

  final String address;
  private final Path configuration;
  private Process process;

  /**
   * Starts one.
   *
   * @param folder where its files go
   * @param policy what its default policy says in addition to allowing everything
   */
  BusDaemon(Path folder, String policy) throws IOException {
    this(folder, policy, 1000);
  }

  /**
   * Starts one.
   *
   * @param folder where its files go
   * @param policy what its default policy says in addition to allowing everything
   * @param calls how many unanswered calls a connection may have
   */
  BusDaemon(Path folder, String policy, int calls) throws IOException {
    assumeTrue(isInstalled(), PROGRAM + " is not installed; it is in Debian's package dbus");
    address = "unix:path=" + folder.resolve("bus");
    configuration = Files.writeString(folder.resolve("bus.conf"), configuration(policy, calls));
    start();
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
  }

  private String configuration(String policy, int calls) {
    return """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <type>system</type>
          <listen>%s</listen>
          <auth>EXTERNAL</auth>
          <policy context="default">
            <allow user="*"/>
            <allow own="*"/>
            <allow send_destination="*"/>
            <allow receive_sender="*"/>
            %s
          </policy>
          <limit name="max_replies_per_connection">%d</limit>
        </busconfig>
        """
        .formatted(address, policy, calls);
  }

  /** Starts it, and waits until it listens. */
  void start() throws IOException {
    process =
        new ProcessBuilder(
                PROGRAM,
                "--config-file=" + configuration,
                "--nofork",
                "--nopidfile",
                "--print-address=1")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).as("what the daemon prints").startsWith(address);
    }
  }

  /** Kills it. */
  void kill() throws IOException {
    process.destroyForcibly().onExit().join();
    Files.deleteIfExists(Path.of(address.substring("unix:path=".length())));
  }

  @Override
  public void close() throws IOException {
    kill();
  }
}
