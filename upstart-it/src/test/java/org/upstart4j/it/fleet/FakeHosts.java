package org.upstart4j.it.fleet;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.it.Project;
import org.upstart4j.it.Shell;

/**
 * Hosts that a program in ssh's place leads to: an engine each, at a socket of its own. What runs
 * at the far end runs for real, in a shell of this machine, and finds the host's socket and folder
 * in the place of Upstart's.
 */
final class FakeHosts implements AutoCloseable {

  /** The host and the command are the last words that ssh gets. */
  private static final String SSH =
      """
      #!/bin/sh
      for word; do host=$command; command=$word; done
      host=${host#*@}
      home=HOSTS/$host
      if [ -e "$home/hangs" ]; then
        echo $$ >>"$home/ssh"
        exec sleep 1000
      fi
      if [ ! -S "$home/socket" ]; then
        echo "ssh: connect to host $host port 22: Connection refused" >&2
        exit 255
      fi
      PATH=$home/bin:/usr/bin:/bin
      [ ! -e "$home/bare" ] || PATH=$home/bin
      export PATH
      exec /bin/sh -c "$(printf '%s\\n' "$command" |
        /bin/sed "s|@/com/ubuntu/upstart|$home/socket|g; s|/etc/init|$home/init|g")"
      """;

  /** One of them. */
  private record Running(EmbeddedUpstart upstart, UpstartDbusServer server) {}

  private final Path folder;
  private final Map<String, Running> running = new TreeMap<>();
  private final List<String> names = new ArrayList<>();

  private FakeHosts(Path folder) {
    this.folder = folder;
  }

  /** None yet; their files are in a folder. */
  static FakeHosts in(Path folder) throws IOException {
    FakeHosts hosts = new FakeHosts(folder);
    Files.createDirectories(folder.resolve("path"));
    program(folder.resolve("path/ssh"), SSH.replace("HOSTS", folder.resolve("hosts").toString()));
    return hosts;
  }

  /** Adds hosts that run the jobs of their folders. */
  FakeHosts running(String... hosts) throws IOException {
    for (String host : hosts) {
      known(host);
      again(host);
    }
    return this;
  }

  /** Brings a host back that was taken off the net. */
  FakeHosts again(String host) {
    Path home = home(host);
    EmbeddedUpstart upstart = EmbeddedUpstart.builder().folder(home.resolve("init")).build();
    UpstartDbusServer server = UpstartDbusServer.of(upstart);
    server.listen("unix:path=" + home.resolve("socket"));
    running.put(host, new Running(upstart, server));
    return this;
  }

  /** Adds hosts that refuse to be connected to. */
  FakeHosts refusing(String... hosts) throws IOException {
    for (String host : hosts) {
      known(host);
    }
    return this;
  }

  /** Adds hosts that never answer. */
  FakeHosts hanging(String... hosts) throws IOException {
    for (String host : hosts) {
      Files.createFile(known(host).resolve("hangs"));
    }
    return this;
  }

  private Path known(String host) throws IOException {
    names.add(host);
    Files.createDirectories(home(host).resolve("init"));
    Files.write(folder.resolve("hosts.ini"), names);
    return home(host);
  }

  /** Gives a host an initctl, which is all that it has. */
  FakeHosts withInitctlOnly(String host) throws IOException {
    Path bin = Files.createDirectories(home(host).resolve("bin"));
    for (String name : List.of("sh", "env", "cat", "sed", "find", "base64", "id")) {
      program(bin.resolve(name), "#!/bin/sh\nexec " + program(name) + " \"$@\"\n");
    }
    Files.writeString(home(host).resolve("bare"), "");
    program(
        bin.resolve("initctl"),
        """
        #!/bin/sh
        PATH=/usr/bin:/bin JAVA_HOME=%s UPSTART_SESSION=unix:path=%s exec %s "$@"
        """
            .formatted(
                System.getProperty("java.home"),
                home(host).resolve("socket"),
                Project.file("bin/initctl")));
    return this;
  }

  private static Path program(String name) {
    return List.of(Path.of("/bin", name), Path.of("/usr/bin", name)).stream()
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assumeTrue(file.toFile().setExecutable(true), "skipped: no program can be made here");
  }

  /** The folder of a host. */
  Path home(String host) {
    return folder.resolve("hosts").resolve(host);
  }

  /** Writes a job file of a host. */
  FakeHosts job(String host, String file, String text) throws IOException {
    Files.createDirectories(home(host).resolve("init"));
    Files.writeString(home(host).resolve("init").resolve(file), text);
    return this;
  }

  /** The Upstart of a host that runs. */
  EmbeddedUpstart engine(String host) {
    Running one = running.get(host);
    if (one == null) {
      throw new IllegalArgumentException("Does not run: " + host);
    }
    return one.upstart();
  }

  /** Takes a host off the net. */
  void stop(String host) {
    Running one = running.remove(host);
    if (one != null) {
      one.server().close();
      one.upstart().close();
    }
  }

  /** The programs that still try to reach a host that hangs. */
  List<ProcessHandle> left(String host) {
    try {
      return Files.readAllLines(home(host).resolve("ssh")).stream()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A shell whose ssh leads to them; the inventory is {@code hosts.ini} in its folder. */
  Shell shell() {
    Shell shell = Shell.in(folder);
    return shell.with("PATH", folder.resolve("path") + ":" + shell.environment().get("PATH"));
  }

  /** Runs {@code upstart} over all of them. */
  Shell.Result upstart(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--inventory", "hosts.ini"));
    all.addAll(List.of(arguments));
    return shell().upstart(all.toArray(String[]::new));
  }

  @Override
  public void close() {
    List.copyOf(running.keySet()).forEach(this::stop);
  }
}
