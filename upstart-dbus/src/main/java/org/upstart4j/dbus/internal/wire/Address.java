package org.upstart4j.dbus.internal.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.UpstartUnavailableException;

/**
 * Where to listen or to connect to: {@code unix:abstract=NAME} or {@code unix:path=FILE}.
 *
 * @param isAbstract whether it is a name without a file
 * @param name the name or the file
 */
public record Address(boolean isAbstract, String name) {

  private static final String UNIX = "unix:";
  private static final String ABSTRACT = "abstract=";
  private static final String PATH = "path=";

  /**
   * Reads a list of addresses; the first that works is the one to use.
   *
   * @param text the addresses, with semicolons in between
   * @return those that are sockets of this machine
   * @throws IllegalArgumentException if there are none
   */
  public static List<Address> parse(String text) {
    List<Address> addresses = new ArrayList<>();
    for (String address : text.split(";", -1)) {
      if (address.startsWith(UNIX)) {
        for (String parameter : address.substring(UNIX.length()).split(",", -1)) {
          parameter(parameter).ifPresent(addresses::add);
        }
      }
    }
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException(
          "An address must be unix:abstract=NAME or unix:path=FILE: \"" + text + "\"");
    }
    return addresses;
  }

  private static Optional<Address> parameter(String parameter) {
    if (parameter.startsWith(ABSTRACT)) {
      return Optional.of(new Address(true, unescape(parameter.substring(ABSTRACT.length()))));
    }
    return parameter.startsWith(PATH)
        ? Optional.of(new Address(false, unescape(parameter.substring(PATH.length()))))
        : Optional.empty();
  }

  private static String unescape(String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] escaped = value.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < escaped.length; i++) {
      if (escaped[i] == '%' && i + 2 < escaped.length) {
        bytes.write(Integer.parseInt(value, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(escaped[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Returns the address of the system bus. */
  public static String systemBus() {
    return variable("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/var/run/dbus/system_bus_socket");
  }

  /**
   * Returns the address of the session bus.
   *
   * @throws UpstartUnavailableException if the environment names none
   */
  public static String sessionBus() {
    String runtime = variable("XDG_RUNTIME_DIR", "");
    String address =
        variable(
            "DBUS_SESSION_BUS_ADDRESS", runtime.isEmpty() ? "" : "unix:path=" + runtime + "/bus");
    if (address.isEmpty()) {
      throw new UpstartUnavailableException(
          "There is no session bus: neither DBUS_SESSION_BUS_ADDRESS nor XDG_RUNTIME_DIR is set",
          null);
    }
    return address;
  }

  private static String variable(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  /** Returns where the socket is, as junixsocket takes it. */
  byte[] socketName() {
    return (isAbstract ? '\0' + name : name).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the socket's file; nothing if it has none. */
  Optional<Path> file() {
    return isAbstract ? Optional.empty() : Optional.of(Path.of(name));
  }

  @Override
  public String toString() {
    return UNIX + (isAbstract ? ABSTRACT : PATH) + name;
  }
}
