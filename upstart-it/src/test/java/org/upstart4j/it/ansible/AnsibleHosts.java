package org.upstart4j.it.ansible;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.it.Project;
import org.upstart4j.it.Shell;
import org.upstart4j.it.Shell.Result;
import org.upstart4j.it.site.Eventually;
import org.upstart4j.it.ssh.FarEnd;
import org.upstart4j.it.ssh.TestedSshd;

/**
 * Hosts for Ansible and for {@code upstart}: one sshd, and behind it an engine for each host. What
 * asks for a host's Upstart or for {@code /etc/init} finds the engine's socket and folder.
 */
final class AnsibleHosts implements AutoCloseable {

  /** The destination is the word before the last one, which is the command. */
  private static final String SSH =
      """
      #!/bin/sh
      for word; do host=$command; command=$word; done
      home=HOSTS/${host#*@}
      number=$#
      for word; do
        set -- "$@" "$(printf '%s\\n' "$word" |
          sed "s|@/com/ubuntu/upstart|$home/socket|g; s|/etc/init|$home/init|g")"
      done
      shift $number
      exec PROGRAM -F CONFIG "$@"
      """;

  /** Becomes nobody else: whoever runs the tests is the user there, too. */
  private static final String SUDO =
      """
      #!/bin/sh
      while :; do
        case $1 in
          -u) shift 2 ;;
          -*) shift ;;
          *) exec "$@" ;;
        esac
      done
      """;

  /** What the playbooks, Ansible's raw and upstart need at the far end. */
  private static final List<String> PROGRAMS =
      List.of("python3", "base64", "cmp", "mv", "rm", "cat", "sed", "find", "sleep");

  private final Path folder;
  private final TestedSshd sshd;
  private final Map<String, Running> running = new LinkedHashMap<>();

  private AnsibleHosts(Path folder, TestedSshd sshd) {
    this.folder = folder;
    this.sshd = sshd;
  }

  private record Running(EmbeddedUpstart upstart, UpstartDbusServer server) {}

  /** Starts hosts; the test is skipped where there is no Ansible or no sshd. */
  static AnsibleHosts start(Path folder, String... names) throws IOException {
    FarEnd.program("ansible-playbook");
    copyExamples(folder.resolve("ansible"));
    FarEnd far = FarEnd.bare().with("sudo", script(folder, "sudo", SUDO));
    for (String program : PROGRAMS) {
      far = far.with(program, FarEnd.program(program));
    }
    AnsibleHosts hosts = new AnsibleHosts(folder, TestedSshd.start(folder.resolve("sshd"), far));
    try {
      hosts.writeSsh();
      for (String name : names) {
        hosts.serve(name);
      }
    } catch (IOException | RuntimeException | Error failure) {
      hosts.close();
      throw failure;
    }
    return hosts;
  }

  private static void copyExamples(Path target) throws IOException {
    Path examples = Project.file("examples/ansible");
    try (Stream<Path> files = Files.walk(examples)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(examples.relativize(file).toString()));
      }
    }
  }

  private void writeSsh() throws IOException {
    script(
        folder.resolve("path"),
        "ssh",
        SSH.replace("HOSTS", folder.resolve("hosts").toString())
            .replace("PROGRAM", FarEnd.program("ssh").toString())
            .replace("CONFIG", sshd.clientConfig().toString()));
  }

  private static Path script(Path folder, String name, String text) throws IOException {
    Path file = Files.createDirectories(folder).resolve(name);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private void serve(String host) throws IOException {
    Files.createDirectories(init(host));
    EmbeddedUpstart upstart = EmbeddedUpstart.builder().folder(init(host)).build();
    UpstartDbusServer server = UpstartDbusServer.of(upstart);
    server.listen("unix:path=" + init(host).resolveSibling("socket"));
    running.put(host, new Running(upstart, server));
  }

  /** Returns a file of the examples. */
  static Path example(String name) {
    return Project.file("examples/ansible").resolve(name);
  }

  /** Returns the names of all hosts. */
  List<String> names() {
    return List.copyOf(running.keySet());
  }

  /** Returns a host's folder of job files. */
  Path init(String host) {
    return folder.resolve("hosts").resolve(host).resolve("init");
  }

  /** Writes a job file, and waits until the host has read it. */
  void job(String host, String file, String text) throws IOException {
    Files.writeString(init(host).resolve(file), text);
    engine(host).reloadConfiguration();
    String name = file.substring(0, file.indexOf('.'));
    Eventually.is(
        () -> engine(host).jobs().stream().anyMatch(job -> job.name().equals(name)), name);
  }

  /** Returns a host's Upstart. */
  EmbeddedUpstart engine(String host) {
    Running one = running.get(host);
    if (one == null) {
      throw new IllegalArgumentException("There is no host " + host);
    }
    return one.upstart();
  }

  /** Runs a playbook of the examples; no connection stays open after it. */
  Result play(String playbook, String... options) {
    Shell shell = Shell.in(folder.resolve("ansible"));
    String path = folder.resolve("path") + ":" + shell.environment().get("PATH");
    String words = String.join(" ", options);
    return shell
        .with("PATH", path)
        .with("HOME", folder.toString())
        .with("ANSIBLE_HOME", folder.resolve("home").toString())
        .with("ANSIBLE_NOCOLOR", "1")
        .with("ANSIBLE_SSH_ARGS", "-o ControlMaster=no")
        .sh("ansible-playbook -i hosts.ini " + playbook + " " + words);
  }

  @Override
  public void close() {
    for (Running one : running.values()) {
      one.server().close();
      one.upstart().close();
    }
    sshd.close();
  }
}
