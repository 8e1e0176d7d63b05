package org.upstart4j.testcontainers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.upstart4j.Upstart;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.initctl.InitctlUpstart;

/** The ways into a container that runs: sockets of this machine that lead to its ports. */
final class Connection implements AutoCloseable {

  private final CommandRunner programs;
  private final Path folder;
  private final Map<Integer, Relay> relays = new TreeMap<>();
  private final Upstart upstart;

  /**
   * Opens them.
   *
   * @param boot what the container was started with
   * @param programs runs programs in it
   * @param ports where each of its ports is reached from here
   */
  Connection(Boot boot, CommandRunner programs, IntFunction<InetSocketAddress> ports) {
    this.programs = programs;
    try {
      // nobody else may enter it: whoever does is root in the container
      folder = Files.createTempDirectory("upstart4j");
      for (int port : boot.ports()) {
        relays.put(port, new Relay(folder.resolve(String.valueOf(port)), ports.apply(port)));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    this.upstart = upstart(boot.transport());
  }

  private Upstart upstart(Transport transport) {
    return switch (transport) {
      case SOCKET -> DbusUpstart.at(address(Boot.SOCKET_PORT));
      case BUS -> DbusUpstart.builder().bus(address(Boot.BUS_PORT)).build();
      case INITCTL -> InitctlUpstart.builder().runner(programs).build();
    };
  }

  /** Returns the address that leads to a port. */
  String address(int port) {
    Relay relay = relays.get(port);
    if (relay == null) {
      throw new IllegalStateException(
          "The container does not lead there: withTransport says what it leads to");
    }
    return relay.address();
  }

  Upstart upstart() {
    return upstart;
  }

  CommandRunner programs() {
    return programs;
  }

  @Override
  public void close() {
    upstart.close();
    try {
      for (Relay relay : relays.values()) {
        relay.close();
      }
      Files.deleteIfExists(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
