package org.upstart4j.it.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.upstart4j.Deadline;
import org.upstart4j.Wait;
import org.upstart4j.initctl.Command;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.it.site.Eventually;

/**
 * A real sshd on this machine, with keys and settings of its own, for the user that runs the tests.
 * As root it has a home and a shell of its own, too. Tests are skipped where there is no sshd.
 */
public final class TestedSshd implements AutoCloseable {

  private static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));
  private static final String USER = System.getProperty("user.name");

  /** Fixed text: what it runs gets the folder as its first argument. */
  private static final String OWN_HOME =
      "mkdir -p /run/sshd && mount --bind \"$0/passwd\" /etc/passwd && exec \"$@\"";

  private final Path folder;
  private final int port;
  private final Process process;

  private TestedSshd(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param folder where its files are; nobody else may use it
   * @param far what a login finds
   */
  public static TestedSshd start(Path folder, FarEnd far) {
    Path sshd = FarEnd.program("sshd");
    try {
      int port = freePort();
      Files.createDirectories(folder.resolve("home"));
      writeKeys(folder, port);
      writeFar(folder, far);
      Files.write(folder.resolve("sshd_config"), serverConfig(folder, port, far));
      Files.write(folder.resolve("ssh_config"), clientConfig(folder, port));
      TestedSshd started = new TestedSshd(folder, port, run(folder, sshd));
      started.awaitStart();
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static void writeKeys(Path folder, int port) throws IOException {
    key(folder.resolve("host"));
    key(folder.resolve("user"));
    Files.copy(folder.resolve("user.pub"), folder.resolve("authorized_keys"));
    Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve("host.pub")));
  }

  /** Makes a key of ssh. */
  static void key(Path file) {
    Path keygen = FarEnd.program("ssh-keygen");
    CommandRunner.local()
        .run(
            Command.of(keygen.toString(), "-q", "-t", "ed25519", "-N", "", "-f", file.toString()),
            Deadline.of(PATIENCE));
  }

  private static void writeFar(Path folder, FarEnd far) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (Map.Entry<String, Path> program : far.programs().entrySet()) {
      script(bin.resolve(program.getKey()), "exec " + program.getValue() + " \"$@\"");
    }
    for (Map.Entry<String, String> file : far.home().entrySet()) {
      Files.writeString(folder.resolve("home").resolve(file.getKey()), file.getValue());
    }
    Files.writeString(
        folder.resolve("passwd"),
        "root:x:0:0:root:%s:%s\n".formatted(folder.resolve("home"), far.shell())
            + "sshd:x:102:65534::/run/sshd:/usr/sbin/nologin\n");
  }

  /** Writes a script that a login may run. */
  static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static List<String> serverConfig(Path folder, int port, FarEnd far) {
    List<String> lines = new ArrayList<>(far.settings());
    lines.addAll(
        List.of(
            "Port " + port,
            "ListenAddress 127.0.0.1",
            "HostKey " + folder.resolve("host"),
            "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
            "StrictModes no",
            "UsePAM no",
            "UseDNS no",
            "PrintMotd no",
            "PermitRootLogin yes",
            "AllowTcpForwarding no",
            "MaxStartups 200:30:400",
            "MaxSessions 100",
            "PidFile none",
            "SetEnv PATH=" + folder.resolve("bin")));
    return lines;
  }

  private static List<String> clientConfig(Path folder, int port) {
    return List.of(
        "Host *",
        "  HostName 127.0.0.1",
        "  Port " + port,
        "  User " + USER,
        "  IdentityFile " + folder.resolve("user"),
        "  IdentitiesOnly yes",
        "  UserKnownHostsFile " + folder.resolve("known_hosts"),
        "  GlobalKnownHostsFile /dev/null",
        "  StrictHostKeyChecking yes",
        // takes the least time of all
        "  KexAlgorithms curve25519-sha256");
  }

  private static Process run(Path folder, Path sshd) throws IOException {
    List<String> words = new ArrayList<>();
    if (USER.equals("root")) {
      assumeTrue(mayUnshare(), "skipped: this root may have no mounts of its own");
      words.addAll(List.of("unshare", "-m", "sh", "-c", OWN_HOME, folder.toString()));
    }
    Path config = folder.resolve("sshd_config");
    words.addAll(List.of(sshd.toString(), "-D", "-e", "-f", config.toString()));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private static boolean mayUnshare() {
    return CommandRunner.local()
            .run(Command.of("unshare", "-m", "true"), Deadline.of(PATIENCE))
            .status()
        == 0;
  }

  private void awaitStart() {
    Eventually.is(() -> listens() || !process.isAlive(), "sshd");
    assertThat(process.isAlive()).as("sshd runs: %s", log()).isTrue();
  }

  private boolean listens() {
    try (Socket unused = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Returns what it has logged. */
  public String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException failure) {
      return failure.toString();
    }
  }

  /** Returns the user that may log in. */
  public String user() {
    return USER;
  }

  /** Returns where a client with its configuration connects to. */
  public String destination() {
    return USER + "@tested";
  }

  /** Returns the port that it listens at, on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** Returns the key with which that user may log in. */
  public Path key() {
    return folder.resolve("user");
  }

  /** Returns the host keys that the client knows. */
  public Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  /** Returns the keys that it takes, to be changed. */
  Path authorizedKeys() {
    return folder.resolve("authorized_keys");
  }

  /** Returns the configuration of a client, for which every host is this one. */
  public Path clientConfig() {
    return folder.resolve("ssh_config");
  }

  /** Returns the options with which ssh connects to this one, whatever the destination is. */
  public String[] options(String... more) {
    return Stream.concat(Stream.of(more), Stream.of("-F", clientConfig().toString()))
        .toArray(String[]::new);
  }

  /** Returns the same, with which all clients share one connection: that takes less time. */
  public String[] sharedOptions() {
    return options(
        "-o",
        "ControlMaster=auto",
        "-o",
        "ControlPath=" + folder.resolve("c"),
        "-o",
        "ControlPersist=60");
  }

  /** Returns the processes that run for those who are logged in. */
  public List<ProcessHandle> sessions() {
    return process.descendants().toList();
  }

  /** Ends it, and all that runs for those who are logged in. */
  @Override
  public void close() {
    List<ProcessHandle> sessions = sessions();
    process.destroy();
    sessions.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }
}
