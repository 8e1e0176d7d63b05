package org.upstart4j.dbus.internal.ssh;

import java.util.regex.Pattern;
import org.upstart4j.dbus.internal.wire.Address;

/**
 * A socket at the far end.
 *
 * @param word what the bridge takes: a path, {@code @} and the name of an abstract socket, or
 *     {@code auto} for it to choose
 * @param kind what is there
 */
public record FarPlace(String word, Kind kind) {

  /** What is at a socket. */
  public enum Kind {
    /** Upstart itself. */
    UPSTART,
    /** A bus. */
    BUS,
    /** Upstart itself for root, else the system bus. */
    BY_USER
  }

  static final String PRIVATE_SOCKET = "@/com/ubuntu/upstart";
  static final String SYSTEM_BUS = "/var/run/dbus/system_bus_socket";

  /** Process 1 at its own socket for root, who alone may use that, else the system bus. */
  public static final FarPlace BY_USER = new FarPlace("auto", Kind.BY_USER);

  /** The system bus there. */
  public static final FarPlace OF_SYSTEM_BUS = new FarPlace(SYSTEM_BUS, Kind.BUS);

  /** What no shell, and neither socat, takes for more than a part of a word. */
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_./%+=-]+");

  /**
   * Returns the place of an address.
   *
   * @throws IllegalArgumentException if that is no address, or holds other characters than letters,
   *     digits and {@code _ . / % + = -}
   */
  public static FarPlace of(String address, Kind kind) {
    Address first = Address.parse(address).get(0);
    if (!SAFE.matcher(first.name()).matches()) {
      throw new IllegalArgumentException(
          "Over ssh, an address may hold only letters, digits and _ . / % + = -: \"" + first + '"');
    }
    return new FarPlace((first.isAbstract() ? "@" : "") + first.name(), kind);
  }

  /** Returns whether a bus is at the socket that the bridge has chosen. */
  boolean isBus(String reached) {
    return kind == Kind.BUS || (kind == Kind.BY_USER && reached.equals(SYSTEM_BUS));
  }
}
