package org.upstart4j.dbus;

import java.time.Duration;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.wire.Bus;
import org.upstart4j.dbus.internal.wire.Connection;
import org.upstart4j.dbus.internal.wire.Connector;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.ObjectInterface;
import org.upstart4j.dbus.internal.wire.Outgoing;
import org.upstart4j.dbus.internal.wire.Receiver;
import org.upstart4j.spi.ObjectPaths;

/** Somebody on a bus who isn't Upstart. */
final class Impostor implements AutoCloseable {

  private final Connection connection;
  private final Bus bus;

  Impostor(String address) {
    connection = Connector.connect(address, Deadline.of(Wait.atMost(Duration.ofSeconds(60))));
    connection.start(new Deaf());
    bus = new Bus(connection);
    bus.hello();
  }

  void sayThatAJobWasAdded(String name) {
    ObjectInterface manager = new ObjectInterface(ObjectPaths.MANAGER, Interfaces.MANAGER);
    connection.send(Outgoing.signal(manager, "JobAdded", "o", ObjectPaths.job(name)));
    // the bus has passed it on when it answers this
    bus.ownerOf(Interfaces.BUS_NAME);
  }

  @Override
  public void close() {
    connection.close();
  }

  private static final class Deaf implements Receiver {

    @Override
    public void received(Incoming message) {}

    @Override
    public void ended(UpstartUnavailableException reason) {}
  }
}
