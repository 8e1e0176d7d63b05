package org.upstart4j.cli.reach;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartBuilder;

/** Where an Upstart is found on D-Bus. */
public sealed interface BusPlace {

  /** The Upstart there, under a name and with a limit if they are given. */
  Upstart open(Optional<String> name, Optional<Duration> timeout);

  /** What it leads to first, for messages. */
  String goal();

  /** The addresses that are tried, as far as messages need them. */
  String address();

  private static DbusUpstartBuilder builder(Optional<String> name, Optional<Duration> timeout) {
    DbusUpstartBuilder builder = DbusUpstart.builder();
    if (name.isPresent()) {
      builder.name(name.get());
    }
    return timeout.isEmpty() ? builder : builder.timeout(timeout.get());
  }

  private static String variable(String name, String otherwise) {
    @Nullable String value = System.getenv(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  /** The places that every machine has. */
  enum Usual implements BusPlace {
    PRIVATE_SOCKET("Upstart") {
      @Override
      DbusUpstartBuilder choose(DbusUpstartBuilder builder) {
        return builder.privateSocket();
      }

      @Override
      public String address() {
        return "abstract=/com/ubuntu/upstart";
      }
    },
    SYSTEM_BUS("system bus") {
      @Override
      DbusUpstartBuilder choose(DbusUpstartBuilder builder) {
        return builder.systemBus();
      }

      @Override
      public String address() {
        return variable("DBUS_SYSTEM_BUS_ADDRESS", "path=/var/run/dbus/system_bus_socket");
      }
    },
    SESSION_BUS("session bus") {
      @Override
      DbusUpstartBuilder choose(DbusUpstartBuilder builder) {
        return builder.sessionBus();
      }

      @Override
      public String address() {
        return variable(
            "DBUS_SESSION_BUS_ADDRESS", "path=" + variable("XDG_RUNTIME_DIR", "") + "/bus");
      }
    };

    private final String goal;

    Usual(String goal) {
      this.goal = goal;
    }

    abstract DbusUpstartBuilder choose(DbusUpstartBuilder builder);

    @Override
    public Upstart open(Optional<String> name, Optional<Duration> timeout) {
      return choose(builder(name, timeout)).build();
    }

    @Override
    public String goal() {
      return goal;
    }
  }

  /**
   * The Upstart of a session.
   *
   * @param known where it listens, if the environment says so
   */
  record UserSession(Optional<String> known) implements BusPlace {

    @Override
    public Upstart open(Optional<String> name, Optional<Duration> timeout) {
      DbusUpstartBuilder builder = builder(name, timeout);
      if (known.isEmpty()) {
        return builder.userSession().build();
      }
      try {
        return builder.at(known.get()).build();
      } catch (IllegalArgumentException bad) {
        throw new UpstartUnavailableException("", new IOException(reason(known.get()), bad));
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

    @Override
    public String goal() {
      return "Upstart";
    }

    @Override
    public String address() {
      return known.orElse("");
    }
  }
}
