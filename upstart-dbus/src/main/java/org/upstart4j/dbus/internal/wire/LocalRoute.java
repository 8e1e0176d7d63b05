package org.upstart4j.dbus.internal.wire;

import java.util.function.Supplier;
import org.upstart4j.Deadline;

/**
 * The way to a socket of this machine.
 *
 * @param description what it is, for people
 * @param address one or more addresses, of which the first that works is used; asked each time
 * @param isBus whether a bus is there
 */
public record LocalRoute(String description, Supplier<String> address, boolean isBus)
    implements Route {

  @Override
  public Reached connect(Deadline deadline) {
    return new Reached(Connector.connect(address.get(), deadline), isBus);
  }
}
