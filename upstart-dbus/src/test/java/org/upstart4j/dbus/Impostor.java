package org.upstart4j.dbus;

import java.time.Duration;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.wire.Bus;
import org.upstart4j.dbus.internal.wire.Dialing;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.ObjectInterface;
import org.upstart4j.dbus.internal.wire.Outgoing;
import org.upstart4j.dbus.internal.wire.Receiver;
import org.upstart4j.dbus.internal.wire.Wire;
import org.upstart4j.spi.ObjectPaths;

/** Somebody on a bus who isn't Upstart. */
final class Impostor implements AutoCloseable {

  private final Wire wire;
  private final Bus bus;

  Impostor(String address) {
    wire = Dialing.connect(address, Deadline.of(Wait.atMost(Duration.ofSeconds(60))));
    wire.start(new Deaf());
    bus = new Bus(wire);
    bus.hello();
  }

  void sayThatAJobWasAdded(String name) {
    ObjectInterface manager = new ObjectInterface(ObjectPaths.MANAGER, Interfaces.MANAGER);
    wire.send(Outgoing.signal(manager, "JobAdded", "o", ObjectPaths.job(name)));
    // the bus has passed it on when it answers this
    bus.ownerOf(Interfaces.BUS_NAME);
  }

  @Override
  public void close() {
    wire.close();
  }

  private static final class Deaf implements Receiver {

    @Override
    public void received(Incoming message) {}

    @Override
    public void ended(UpstartUnavailableException reason) {}
  }
}
