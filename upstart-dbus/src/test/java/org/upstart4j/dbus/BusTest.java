package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;

/** An Upstart on a real bus. */
@Timeout(300)
class BusTest {

  private static final String NO_RELOAD =
      "<deny send_interface=\"com.ubuntu.Upstart0_6\" send_member=\"ReloadConfiguration\"/>";

  @TempDir private Path folder;
  private final FakeUpstart fake = new FakeUpstart();
  private BusDaemon daemon;
  private UpstartDbusServer server;
  private DbusUpstart client;

  @BeforeEach
  void join() throws IOException {
    daemon = new BusDaemon(folder, NO_RELOAD);
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
  void jobsAreStartedAndStoppedAndHeard() {
    Heard heard = new Heard();
    client.subscribe(heard);
    fake.add("é");
    client.job("é").start();
    client.job("é").stop();

    assertThat(heard.next(9))
        .containsExactly(
            "+é",
            "+é instance",
            "é wants start",
            "é is starting",
            "é is running",
            "é wants stop",
            "é is stopping",
            "é is waiting",
            "-é instance");
  }

  @Test
  void moreJobsThanTheBusAllowsCallsAreListed() {
    for (int i = 0; i < 300; i++) {
      fake.add("job" + i).start();
    }

    assertThat(client.statuses()).hasSize(300).allMatch(status -> status.isRunning());
  }

  @Test
  void aFileGoesWithAnEvent() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "some text");
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      client.emit(Event.of("hello"), in.getFD(), Wait.FOREVER);
    }
    assertThat(fake.log).containsExactly("file some text", "emit hello");
  }

  @Test
  void whatTheBusForbidsIsDenied() {
    assertThatThrownBy(client::reloadConfiguration)
        .isInstanceOf(PermissionDeniedException.class)
        .hasMessageContaining("Rejected send message");
    assertThat(client.jobs()).isEmpty();
  }

  /** The first client of a bus is its {@code :1.0}. */
  @Test
  void anotherNameCanBeAskedFor() {
    try (DbusUpstart first = DbusUpstart.builder().bus(daemon.address).name(":1.0").build()) {
      Heard heard = new Heard();
      first.subscribe(heard);
      fake.add("web");

      assertThat(first.job("web").start().status().isRunning()).isTrue();
      assertThat(heard.next(1)).containsExactly("+web");
    }
    try (DbusUpstart nobody =
        DbusUpstart.builder().bus(daemon.address).name("com.example.Nobody").build()) {
      assertThatThrownBy(nobody::version)
          .isInstanceOf(UpstartUnavailableException.class)
          .hasMessageContaining("com.example.Nobody");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Upstart", ".com", "com.", "a b.c", "a'.b", "com.1x"})
  void anIllegalNameIsRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> DbusUpstart.builder().name(name));
  }

  @Test
  void onlyOneCanHaveTheName() {
    FakeUpstart other = new FakeUpstart();
    try (UpstartDbusServer second = UpstartDbusServer.of(other)) {
      assertThatThrownBy(() -> second.joinBus(daemon.address))
          .isInstanceOf(UpstartUnavailableException.class)
          .hasMessageContaining("is taken");
    }
  }

  @Test
  void whenUpstartLeavesTheBusCallsFailAndListenersAreTold() {
    Heard heard = new Heard();
    client.subscribe(heard);
    fake.hold("held");
    CompletableFuture<Void> waiting = client.emitAsync(Event.of("held")).toCompletableFuture();
    client.version();
    server.close();

    assertThat(heard.next()).isEqualTo("lost");
    assertThatThrownBy(waiting::join).hasCauseInstanceOf(UpstartUnavailableException.class);
    assertThatThrownBy(client::version).isInstanceOf(UpstartUnavailableException.class);

    fake.add("new");
    server = UpstartDbusServer.of(fake).joinBus(daemon.address);
    assertThat(heard.next()).isEqualTo("regained +[new] -[]");
    fake.add("later");
    assertThat(heard.next()).isEqualTo("+later");
  }

  @Test
  void whenTheBusIsKilledAndStartedAgainBothSidesComeBack() throws IOException {
    Heard heard = new Heard();
    client.subscribe(heard);
    daemon.kill();
    assertThat(heard.next()).isEqualTo("lost");
    assertThatThrownBy(client::version).isInstanceOf(UpstartUnavailableException.class);

    daemon.start();
    assertThat(heard.next()).isEqualTo("regained +[] -[]");
    fake.add("web");
    assertThat(heard.next()).isEqualTo("+web");
    assertThat(client.job("web").start(Environment.EMPTY).status().isRunning()).isTrue();
  }

  @Test
  void anUpstartJoinsTheBusThatItIsToldOf() {
    server.close();
    String address = Served.address();
    fake.add("web");
    try (UpstartDbusServer other = UpstartDbusServer.of(fake).listen(address);
        DbusUpstart direct = Served.client(address)) {
      direct.notifyDbusAddress(daemon.address);

      assertThat(client.jobs()).hasToString("[web]");
      direct.notifyDbusAddress("unix:path=/ignored/as/it/is/on/a/bus");
    }
  }

  @Test
  void signalsOfOthersAreNotHeard() {
    Heard heard = new Heard();
    client.subscribe(heard);
    try (Impostor impostor = new Impostor(daemon.address)) {
      impostor.sayThatAJobWasAdded("false");
      fake.add("true");
      assertThat(heard.next()).isEqualTo("+true");
    }
  }
}
