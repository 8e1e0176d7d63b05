package org.upstart4j.cli.reach;

import java.io.IOException;
import java.util.Optional;
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

  /** Of a place on D-Bus, where Upstart would have the name, or the usual one. */
  static String at(BusPlace place, Optional<String> name, UpstartUnavailableException failure) {
    String reason = reason(failure);
    if (reason.contains(NOBODY)) {
      return "Name \"" + name.orElse(USUAL) + "\" does not exist";
    }
    String where =
        REFUSALS.contains(reason) ? "Failed to connect to socket " + socket(place) + ": " : "";
    return NO_CONNECTION + place.goal() + ": " + where + reason;
  }

  /** Of an initctl, which says itself why. */
  static String throughInitctl(UpstartUnavailableException failure) {
    String text = String.valueOf(failure.getMessage());
    return text.startsWith(NO_CONNECTION) ? text : NO_CONNECTION + "Upstart: " + text;
  }

  /** Of another host, where ssh says itself why. */
  static String overSsh(UpstartUnavailableException failure) {
    return String.valueOf(failure.getMessage());
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
  private static String socket(BusPlace place) {
    String address = place.address();
    String last = address.substring(address.lastIndexOf(';') + 1);
    return last.substring(last.indexOf('=') + 1).replaceFirst(",.*", "");
  }
}
