package org.upstart4j.dbus;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.upstart4j.Upstart;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.testkit.contract.FolderFixture;

/** The engine, served on D-Bus, and its clients. */
final class ServedFixture extends FolderFixture {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HASTE = Duration.ofSeconds(4);

  private final Function<Duration, DbusUpstart> clients;
  private final List<Upstart> more = new ArrayList<>();
  private final UpstartDbusServer server;
  private final EmbeddedUpstart engine;

  /**
   * Makes a fixture.
   *
   * @param folder the folder of jobs
   * @param engine what is served
   * @param server serves it; both are closed with the fixture
   * @param clients makes clients of it that wait so long for an answer
   */
  ServedFixture(
      Path folder,
      EmbeddedUpstart engine,
      UpstartDbusServer server,
      Function<Duration, DbusUpstart> clients) {
    super(folder, clients.apply(PATIENCE));
    this.engine = engine;
    this.server = server;
    this.clients = clients;
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
