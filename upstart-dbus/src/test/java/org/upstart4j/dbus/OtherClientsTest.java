package org.upstart4j.dbus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Environment;

/** Clients that others wrote find an Upstart on the bus. */
@Timeout(300)
class OtherClientsTest {

  private static final String NAME = "com.ubuntu.Upstart";
  private static final String WEB = "/com/ubuntu/Upstart/jobs/web";
  private static final String JOB = "com.ubuntu.Upstart0_6.Job";

  private static final String PYTHON =
      """
      import dbus, sys
      bus = dbus.bus.BusConnection(sys.argv[1])
      job = dbus.Interface(bus.get_object("com.ubuntu.Upstart", sys.argv[2]), sys.argv[3])
      print(job.Start(["N=2"], True))
      try:
          job.Start(["N=2"], True)
      except dbus.DBusException as error:
          print(error.get_dbus_name(), error.get_dbus_message())
      """;

  @TempDir private Path folder;
  private final FakeUpstart fake = new FakeUpstart();
  private BusDaemon daemon;
  private UpstartDbusServer server;

  @BeforeEach
  void join() throws IOException {
    daemon = new BusDaemon(folder, "");
    server = UpstartDbusServer.of(fake).joinBus(daemon.address);
    fake.add("web").per("N");
    fake.job("web").start(Environment.of("N", "1"));
  }

  @AfterEach
  void leave() throws IOException {
    if (daemon != null) {
      server.close();
      daemon.close();
    }
  }

  @Test
  void gdbusFindsItsWayThroughTheObjects() throws Exception {
    require("gdbus", "libglib2.0-bin");

    assertThat(run("gdbus", "introspect", "--address", daemon.address, "--dest", NAME, "-o", WEB))
        .contains(
            "interface com.ubuntu.Upstart0_6.Job {",
            "Start(in  as env,",
            "in  b wait,",
            "InstanceAdded(o instance);",
            "readonly as emits = ['done'];",
            "node 1 {");
  }

  @Test
  void busctlCallsAndReadsProperties() throws Exception {
    require("busctl", "systemd");
    String bus = "--address=" + daemon.address;

    assertThat(run("busctl", bus, "get-property", NAME, WEB, JOB, "name", "start_on"))
        .isEqualTo(
            "s \"web\"\naas 5 1 \"a\" 1 \"b\" 3 \"starting\" \"c\" \"K=V\" 1 \"/OR\" 1 \"/AND\"\n");
    assertThat(run("busctl", bus, "call", NAME, WEB, JOB, "Start", "asb", "1", "N=2", "true"))
        .isEqualTo("o \"" + WEB + "/2\"\n");
    assertThat(run("busctl", bus, "call", NAME, WEB, JOB, "GetInstanceByName", "s", "9"))
        .contains("Unknown instance: 9");
  }

  @Test
  void pythonGetsResultsAndErrors() throws Exception {
    String python = "/usr/bin/python3";
    assumeTrue(
        Files.isExecutable(Path.of(python)) && run(python, "-c", "import dbus").isEmpty(),
        "python-dbus is not installed; it is in Debian's package python3-dbus");

    assertThat(run(python, "-c", PYTHON, daemon.address, WEB, JOB))
        .isEqualTo(
            WEB
                + "/2\n"
                + "com.ubuntu.Upstart0_6.Error.AlreadyStarted Job is already running: web (2)\n");
  }

  private static void require(String program, String debianPackage) {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, program))),
        program + " is not installed; it is in Debian's package " + debianPackage);
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
