package org.upstart4j.dbus.internal.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.UpstartUnavailableException;

/**
 * Where to listen or to connect to: {@code unix:abstract=NAME} or {@code unix:path=FILE}.
 *
 * @param parameters what stands behind the colon
 */
public record Address(Map<String, String> parameters) {

  private static final String UNIX = "unix:";

  /**
   * Reads a list of addresses, of which the first that works is meant.
   *
   * @param text the addresses, with semicolons in between
   * @return those that are sockets of this machine
   * @throws IllegalArgumentException if there is none
   */
  public static List<Address> parse(String text) {
    List<Address> addresses = new ArrayList<>();
    for (String address : text.split(";", -1)) {
      Map<String, String> parameters = parameters(address);
      if (parameters.containsKey("abstract") || parameters.containsKey("path")) {
        addresses.add(new Address(parameters));
      }
    }
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException(
          "An address is unix:abstract=NAME or unix:path=FILE, unlike \"" + text + "\"");
    }
    return addresses;
  }

  private static Map<String, String> parameters(String address) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (address.startsWith(UNIX)) {
      for (String parameter : address.substring(UNIX.length()).split(",", -1)) {
        int equals = parameter.indexOf('=');
        if (equals > 0) {
          parameters.put(parameter.substring(0, equals), unescape(parameter.substring(equals + 1)));
        }
      }
    }
    return parameters;
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
   * @throws UpstartUnavailableException if the environment says of none
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
    String name = parameters.get("abstract");
    return (name == null ? parameters.get("path") : '\0' + name).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    String name = parameters.get("abstract");
    return UNIX + (name == null ? "path=" + parameters.get("path") : "abstract=" + name);
  }
}
