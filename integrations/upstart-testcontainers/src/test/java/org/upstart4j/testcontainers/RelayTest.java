package org.upstart4j.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Environment;
import org.upstart4j.Upstart;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobFile;

/** The way into a container and out again, without the container. */
class RelayTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"abstract=", "path="})
  void aClientReachesUpstartThroughBothRelays(String kind) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "skipped: there is no perl");
    String name =
        kind.equals("path=") ? folder.resolve("there").toString() : "/up/" + UUID.randomUUID();
    JobFile web = JobFile.parse("instance $N\nexec web\n");
    try (EmbeddedUpstart engine =
            EmbeddedUpstart.builder().processes(new ScriptedProcesses()).job("web", web).build();
        UpstartDbusServer server = UpstartDbusServer.of(engine).listen("unix:" + kind + name);
        Perl perl = Perl.relay(folder, kind.equals("path=") ? name : "@" + name);
        Relay relay = new Relay(folder.resolve("here"), perl.address());
        Upstart one = DbusUpstart.at(relay.address());
        Upstart other = DbusUpstart.at(relay.address())) {
      one.job("web").start(Environment.of("N", "x".repeat(100_000)));
      other.job("web").start(Environment.of("N", "2"));

      assertThat(one.job("web").instances()).hasSize(2);
    }
  }

  @Test
  void theSocketIsGoneWhenTheRelayIsClosed() throws Exception {
    Path socket = folder.resolve("here");
    try (Relay relay = new Relay(socket, new InetSocketAddress("localhost", 1))) {
      assertThat(relay.address()).isEqualTo("unix:path=" + socket);
      assertThat(socket).exists();
    }

    assertThat(socket).doesNotExist();
  }

  /** The relay of the container, as a program of this machine. */
  private record Perl(Process process, InetSocketAddress address) implements AutoCloseable {

    static Perl relay(Path folder, String socket) throws Exception {
      Path script = folder.resolve("relay.pl");
      Files.write(script, Boot.own("relay.pl").getBytes());
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
      Process process =
          new ProcessBuilder("perl", script.toString(), "" + address.getPort(), socket)
              .inheritIO()
              .start();
      while (!answers(address)) {
        assertThat(process.waitFor(10, TimeUnit.MILLISECONDS)).as("perl has ended").isFalse();
      }
      return new Perl(process, address);
    }

    private static int freePort() throws IOException {
      try (ServerSocket any = new ServerSocket(0)) {
        return any.getLocalPort();
      }
    }

    private static boolean answers(InetSocketAddress address) {
      try (Socket socket = new Socket()) {
        socket.connect(address);
        return true;
      } catch (IOException notYet) {
        return false;
      }
    }

    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
