package org.upstart4j.dbus;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.server.Hub;
import org.upstart4j.dbus.internal.wire.Address;
import org.upstart4j.dbus.internal.wire.Listening;

/** Server. */
public final class UpstartDbusServer implements AutoCloseable {

  private final Hub hub;
  private final List<AutoCloseable> ways = new CopyOnWriteArrayList<>();

  private UpstartDbusServer(Upstart upstart) {
    this.hub = new Hub(upstart);
  }

  /** Serves. */
  public static UpstartDbusServer of(Upstart upstart) {
    return new UpstartDbusServer(upstart);
  }

  /** Listens. */
  public UpstartDbusServer listen(String address) {
    try {
      ways.add(Listening.at(Address.parse(address).get(0), hub::add));
    } catch (IOException failure) {
      throw new UpstartUnavailableException("Nobody can listen at " + address, failure);
    }
    return this;
  }

  @Override
  public void close() {
    hub.close();
  }
}
