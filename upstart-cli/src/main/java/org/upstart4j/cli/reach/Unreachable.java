package org.upstart4j.cli.reach;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.UpstartUnavailableException;

/** Why an Upstart cannot be reached, in the words of initctl. */
final class Unreachable {

  /** What the system says of a socket that cannot be connected to. */
  private static final Set<String> REFUSALS =
      Set.of("Connection refused", "No such file or directory", "Permission denied");

  private static final String NO_CONNECTION = "Unable to connect to ";
  private static final String NOBODY = "org.freedesktop.DBus.Error.ServiceUnknown";
  private static final String USUAL = "com.ubuntu.Upstart";

  private Unreachable() {}

  static String of(Reach reach, UpstartUnavailableException failure) {
    if (reach.way() == Way.INITCTL) {
      String text = String.valueOf(failure.getMessage());
      return text.startsWith(NO_CONNECTION)
          ? text
          : NO_CONNECTION + reach.way().goal() + ": " + text;
    }
    String reason = reason(failure);
    if (reason.contains(NOBODY)) {
      return "Name \"" + (reach.name() == null ? USUAL : reach.name()) + "\" does not exist";
    }
    String where =
        REFUSALS.contains(reason) ? "Failed to connect to socket " + socket(reach) + ": " : "";
    return NO_CONNECTION + reach.way().goal() + ": " + where + reason;
  }

  private static String reason(UpstartUnavailableException failure) {
    String reason = String.valueOf(failure.getMessage());
    @Nullable Throwable cause = failure.getCause();
    while (cause != null) {
      if (cause instanceof IOException && cause.getMessage() != null) {
        reason = cause.getMessage();
      }
      cause = cause.getCause();
    }
    return reason;
  }

  /** The name or file in the last address that was tried. */
  private static String socket(Reach reach) {
    String address =
        switch (reach.way()) {
          case SYSTEM_BUS ->
              variable("DBUS_SYSTEM_BUS_ADDRESS", "path=/var/run/dbus/system_bus_socket");
          case SESSION_BUS ->
              variable(
                  "DBUS_SESSION_BUS_ADDRESS", "path=" + variable("XDG_RUNTIME_DIR", "") + "/bus");
          case USER_SESSION -> String.valueOf(reach.address());
          default -> "abstract=/com/ubuntu/upstart";
        };
    String last = address.substring(address.lastIndexOf(';') + 1);
    return last.substring(last.indexOf('=') + 1).replaceFirst(",.*", "");
  }

  private static String variable(String name, String otherwise) {
    @Nullable String value = System.getenv(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }
}
