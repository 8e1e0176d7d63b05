package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Capability;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.Wait;

/** Users whom the bus allows only a part. */
@Timeout(300)
class RightsTest {

  private static final String NOTHING =
      "<deny send_destination='com.ubuntu.Upstart' send_type='method_call'/>";

  /** What everybody may do where Upstart is installed. */
  private static final String READING =
      NOTHING
          + allow("org.freedesktop.DBus.Introspectable", "Introspect")
          + allow("org.freedesktop.DBus.Properties", "Get")
          + allow("org.freedesktop.DBus.Properties", "GetAll")
          + allow("com.ubuntu.Upstart0_6", "GetJobByName")
          + allow("com.ubuntu.Upstart0_6", "GetAllJobs")
          + allow("com.ubuntu.Upstart0_6.Job", "GetInstance")
          + allow("com.ubuntu.Upstart0_6.Job", "GetInstanceByName")
          + allow("com.ubuntu.Upstart0_6.Job", "GetAllInstances");

  @TempDir private Path folder;
  private final FakeUpstart fake = new FakeUpstart();
  private BusDaemon daemon;
  private UpstartDbusServer server;
  private DbusUpstart client;

  private static String allow(String type, String member) {
    return "<allow send_destination='com.ubuntu.Upstart' send_interface='%s' send_member='%s'/>"
        .formatted(type, member);
  }

  private void join(String policy) throws IOException {
    daemon = new BusDaemon(folder, policy);
    server = UpstartDbusServer.of(fake).joinBus(daemon.address);
    client = DbusUpstart.builder().bus(daemon.address).timeout(Duration.ofSeconds(60)).build();
  }

  @AfterEach
  void leave() throws IOException {
    if (daemon != null) {
      client.close();
      server.close();
      daemon.close();
    }
  }

  @Test
  void aUserWhoMayOnlyReadReadsAndHearsEverything() throws IOException {
    join(READING);
    Heard heard = new Heard();
    client.subscribe(heard);
    fake.add("é");
    fake.job("é").start();
    heard.until("é is running");
    Job job = client.job("é");

    assertThat(client.statuses()).hasToString("[é start/running, process 42]");
    assertThat(job.instance("").status()).hasToString("é start/running, process 42");
    assertThat(job.description()).contains("The job é");
    assertThat(job.startOn()).isPresent();
    assertThat(client.version().numbers()).startsWith(1);
    assertThat(client.logPriority()).hasToString("message");
    assertThat(client.capabilities()).contains(Capability.SIGNALS, Capability.STATE_DUMP);
  }

  @Test
  void aUserWhoMayOnlyReadIsDeniedTheRest() throws IOException {
    join(READING);
    fake.add("web");
    Job web = client.job("web");

    assertThatThrownBy(web::start).isInstanceOf(PermissionDeniedException.class);
    assertThatThrownBy(() -> client.emit(Event.of("x")))
        .isInstanceOf(PermissionDeniedException.class)
        .hasMessageContaining("Rejected send message");
    assertThatThrownBy(client::stateDump).isInstanceOf(PermissionDeniedException.class);
    assertThatThrownBy(client::reExec).isInstanceOf(PermissionDeniedException.class);
    assertThatThrownBy(() -> client.environment().list())
        .isInstanceOf(PermissionDeniedException.class);
    assertThat(client.messages()).isEmpty();
    assertThat(fake.log).isEmpty();
  }

  @Test
  void aUserWhoMayOnlyStartOneJobStartsItWithoutAsking() throws IOException {
    join(
        NOTHING
            + "<allow send_destination='com.ubuntu.Upstart'"
            + " send_path='/com/ubuntu/Upstart/jobs/web'"
            + " send_interface='com.ubuntu.Upstart0_6.Job' send_member='Start'/>");
    fake.add("web");
    fake.add("other");

    client.jobWithoutAsking("web").start(Environment.EMPTY, Wait.FOREVER);
    assertThat(fake.job("web").status().isRunning()).isTrue();
    assertThatThrownBy(() -> client.jobWithoutAsking("other").start())
        .isInstanceOf(PermissionDeniedException.class);
    assertThatThrownBy(() -> client.job("web")).isInstanceOf(PermissionDeniedException.class);
  }
}
