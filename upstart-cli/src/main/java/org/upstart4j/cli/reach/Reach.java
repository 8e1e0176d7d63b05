package org.upstart4j.cli.reach;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartBuilder;
import org.upstart4j.embedded.EmbeddedUpstart;

/**
 * How an Upstart is reached.
 *
 * @param way the way
 * @param address where it listens, for a user session; else null
 * @param confdir the job files of the embedded one; else null
 * @param timeout how long a call may take, or null for the usual limits
 */
public record Reach(
    Way way, @Nullable String address, @Nullable String confdir, @Nullable Duration timeout) {

  /** A way with the usual limits. */
  public static Reach by(Way way) {
    return new Reach(way, null, null, null);
  }

  /** The Upstart at the end of the way; nothing is connected before it is asked. */
  public Upstart open() {
    return switch (way) {
      case PRIVATE, AUTO -> dbus().privateSocket().build();
      case SYSTEM_BUS -> dbus().systemBus().build();
      case SESSION_BUS -> dbus().sessionBus().build();
      case USER_SESSION -> session();
      case INITCTL -> throw new IllegalArgumentException("initctl is not there yet");
      case EMBEDDED -> embedded();
    };
  }

  private DbusUpstartBuilder dbus() {
    DbusUpstartBuilder builder = DbusUpstart.builder();
    return timeout == null ? builder : builder.timeout(timeout);
  }

  private Upstart session() {
    if (address == null) {
      return dbus().userSession().build();
    }
    try {
      return dbus().at(address).build();
    } catch (IllegalArgumentException bad) {
      throw new UpstartUnavailableException("", new IOException(reason(address), bad));
    }
  }

  private static String reason(String address) {
    if (address.isEmpty()) {
      return "Empty address ''";
    }
    return address.contains(":")
        ? "Not an address that can be connected to: " + address
        : "Address does not contain a colon";
  }

  private Upstart embedded() {
    if (confdir == null) {
      throw new UpstartUnavailableException("say where the job files are: --confdir DIR", null);
    }
    return EmbeddedUpstart.builder().folder(Path.of(confdir)).build();
  }

  /** Whether the Upstart of a session is reached. */
  public boolean isUser() {
    return way == Way.USER_SESSION;
  }

  /** What went wrong, in the words of initctl. */
  public String explain(UpstartException failure) {
    Optional<UpstartError> answer = failure.error();
    if (answer.isPresent()) {
      return answer.get().text();
    }
    return failure instanceof UpstartUnavailableException unreachable
        ? Unreachable.of(this, unreachable)
        : String.valueOf(failure.getMessage());
  }
}
