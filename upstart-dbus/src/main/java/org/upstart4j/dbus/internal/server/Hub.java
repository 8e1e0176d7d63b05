package org.upstart4j.dbus.internal.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Capability;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.Kind;
import org.upstart4j.dbus.internal.wire.Outgoing;
import org.upstart4j.dbus.internal.wire.Receiver;
import org.upstart4j.dbus.internal.wire.Wire;

/** All connections that an Upstart is served over. */
public final class Hub implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

  private final Dispatcher dispatcher;
  private final List<Wire> wires = new CopyOnWriteArrayList<>();
  private final Subscription subscription;

  public Hub(Upstart upstart) {
    this.dispatcher = new Dispatcher(upstart);
    this.subscription =
        upstart.capabilities().contains(Capability.SIGNALS)
            ? upstart.subscribe(new Signals(this::broadcast))
            : () -> {};
  }

  private void broadcast(Outgoing signal) {
    wires.forEach(wire -> wire.send(signal));
  }

  /** Adds a connection that somebody has made to us. */
  public Receiver add(Wire wire) {
    wires.add(wire);
    return new Receiver() {
      @Override
      public void received(Incoming message) {
        if (message.kind() == Kind.CALL) {
          dispatcher.dispatch(message, () -> true, wire::send);
        }
      }

      @Override
      public void ended(UpstartUnavailableException reason) {
        wires.remove(wire);
      }
    };
  }

  @Override
  public void close() {
    subscription.close();
    wires.forEach(Wire::finish);
  }
}
