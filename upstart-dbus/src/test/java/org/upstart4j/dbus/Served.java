package org.upstart4j.dbus;

import java.time.Duration;
import java.util.UUID;

/** A fake Upstart, served at an address of its own, and a client of it. */
final class Served implements AutoCloseable {

  final String address = address();
  final FakeUpstart fake = new FakeUpstart();
  final UpstartDbusServer server = UpstartDbusServer.of(fake).listen(address);
  final DbusUpstart client = client(address);

  /** Returns an address that nobody else uses. */
  static String address() {
    return "unix:abstract=/org/upstart4j/test/" + UUID.randomUUID();
  }

  /** Returns a client that waits longer than any machine needs. */
  static DbusUpstart client(String address) {
    return DbusUpstart.builder().at(address).timeout(Duration.ofSeconds(60)).build();
  }

  @Override
  public void close() {
    client.close();
    server.close();
    fake.close();
  }
}
