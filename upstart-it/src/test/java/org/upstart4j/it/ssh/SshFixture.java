package org.upstart4j.it.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.upstart4j.Upstart;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartBuilder;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.testkit.contract.FolderFixture;

/** The engine, served at a socket, and reached over ssh. */
final class SshFixture extends FolderFixture {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HASTE = Duration.ofSeconds(5);

  private final EmbeddedUpstart engine;
  private final UpstartDbusServer server;
  private final Function<Duration, Upstart> clients;
  private final List<Upstart> more = new ArrayList<>();

  private SshFixture(
      Path folder,
      EmbeddedUpstart engine,
      UpstartDbusServer server,
      Function<Duration, Upstart> clients) {
    super(folder, clients.apply(PATIENCE));
    this.engine = engine;
    this.server = server;
    this.clients = clients;
  }

  /** Serves an engine; its clients share a connection, or each has its own. */
  static SshFixture of(Path folder, TestedSshd sshd, boolean share) {
    String address = address();
    EmbeddedUpstart engine = EmbeddedUpstart.builder().folder(folder).build();
    UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address);
    String[] options = share ? sshd.sharedOptions() : sshd.options();
    return new SshFixture(
        folder,
        engine,
        server,
        timeout ->
            builder(sshd, address).ssh(sshd.destination(), options).timeout(timeout).build());
  }

  /** Returns an address that nobody else uses. */
  static String address() {
    return "unix:abstract=/org/upstart4j/test/" + UUID.randomUUID();
  }

  /** Returns what reaches an address at the other end of an sshd. */
  static DbusUpstartBuilder builder(TestedSshd sshd, String address, String... options) {
    return DbusUpstart.builder()
        .at(address)
        .ssh(sshd.destination(), sshd.options(options))
        .connectTimeout(PATIENCE)
        .timeout(PATIENCE);
  }

  @Override
  public Upstart closeable() {
    return another(PATIENCE);
  }

  @Override
  public Upstart impatient() {
    return another(HASTE);
  }

  private Upstart another(Duration timeout) {
    Upstart client = clients.apply(timeout);
    more.add(client);
    return client;
  }

  @Override
  public Duration beyondAnyTimeout() {
    return HASTE.plusSeconds(1);
  }

  @Override
  public void close() {
    super.close();
    more.forEach(Upstart::close);
    server.close();
    engine.close();
  }
}
