package org.upstart4j.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.it.Project;
import org.upstart4j.it.Shell;
import org.upstart4j.it.Shell.Result;
import org.upstart4j.it.ssh.FarEnd;
import org.upstart4j.it.ssh.TestedSshd;

/** Another host over a real ssh, by the ways that there are. */
class HostOverSshTest {

  /** Has ssh use the test's configuration, and a socket of the test's in the place of Upstart's. */
  private static final String SSH =
      """
      #!/bin/sh
      number=$#
      for word; do
        set -- "$@" "$(printf '%s' "$word" | sed 's|@/com/ubuntu/upstart|SOCKET|g')"
      done
      shift $number
      exec PROGRAM -F CONFIG "$@"
      """;

  private static final String INITCTL =
      """
      #!/bin/sh
      PATH=/usr/bin:/bin JAVA_HOME=JDK UPSTART_SESSION=unix:path=SOCKET exec PROGRAM "$@"
      """;

  @TempDir Path folder;
  private EmbeddedUpstart upstart;
  private UpstartDbusServer server;
  private Path socket;

  @BeforeEach
  void serve() throws IOException {
    Path jobs = Files.createDirectories(folder.resolve("init"));
    Files.writeString(jobs.resolve("web.conf"), "exec sleep 1000\n");
    socket = folder.resolve("socket");
    upstart = EmbeddedUpstart.builder().folder(jobs).build();
    server = UpstartDbusServer.of(upstart);
    server.listen("unix:path=" + socket);
  }

  @AfterEach
  void end() {
    server.close();
    upstart.close();
  }

  private Path script(String name, String text) throws IOException {
    Path file = Files.createDirectories(folder.resolve("path")).resolve(name);
    Files.writeString(file, text.replace("SOCKET", socket.toString()));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private Path initctl() throws IOException {
    return script(
        "initctl-there",
        INITCTL
            .replace("JDK", System.getProperty("java.home"))
            .replace("PROGRAM", Project.file("bin/initctl").toString()));
  }

  private Shell shell(TestedSshd sshd) throws IOException {
    script(
        "ssh",
        SSH.replace("PROGRAM", FarEnd.program("ssh").toString())
            .replace("CONFIG", sshd.clientConfig().toString()));
    Shell shell = Shell.in(folder);
    return shell.with("PATH", folder.resolve("path") + ":" + shell.environment().get("PATH"));
  }

  @Test
  void oneHostIsAskedOnDbusWithoutAWordAboutIt() throws IOException {
    try (TestedSshd sshd = TestedSshd.start(folder.resolve("sshd"), FarEnd.with("python3"))) {
      Shell shell = shell(sshd);
      String[] status = {"--host", "web1", "--transport", "private", "status", "web"};

      Result result = shell.upstart(status);
      assertThat(result.errors()).isEmpty();
      assertThat(result.output()).isEqualTo("web stop/waiting\n");
      assertThat(shell.upstart("--verbose", "--host=web1", "--transport=private", "list").errors())
          .startsWith("upstart: by D-Bus over ssh to web1, by python 3.");
      assertThat(shell.upstart("--host", "web1", "--transport", "session-bus", "list").errors())
          .startsWith("upstart: --host takes auto, private, system-bus or initctl, not ");
    }
  }

  @Test
  void whereNothingPassesDbusOnInitctlIsRunAndTheReasonIsSaid() throws IOException {
    FarEnd far = FarEnd.bare().with("initctl", initctl());
    try (TestedSshd sshd = TestedSshd.start(folder.resolve("sshd"), far)) {
      Shell shell = shell(sshd);

      Result result = shell.upstart("--host", "web1", "status", "web");
      assertThat(result.output()).as(result.errors()).isEqualTo("web stop/waiting\n");
      assertThat(result.errors()).startsWith("upstart: by ").contains("initctl", "web1");
      assertThat(shell.upstart("--host", "web1", "--transport", "initctl", "list").errors())
          .isEmpty();
      assertThat(shell.upstart("--inventory", "web1,web2,", "status", "web"))
          .satisfies(
              many -> {
                assertThat(many.output().lines())
                    .containsExactlyInAnyOrder("web1  web stop/waiting", "web2  web stop/waiting");
                assertThat(many.errors()).startsWith("upstart: asked through initctl: web[1-2]: ");
              });
    }
  }

  @Test
  void whatSshSaysIsSaid() throws IOException {
    try (TestedSshd sshd = TestedSshd.start(folder.resolve("sshd"), FarEnd.with("python3"))) {
      Shell shell = shell(sshd);
      Files.delete(sshd.key());

      Result result = shell.upstart("--host", "web1", "status", "web");
      assertThat(result.status()).isEqualTo(1);
      assertThat(result.errors()).contains("Permission denied");
    }
  }
}
