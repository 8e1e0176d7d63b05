package org.upstart4j.cli.reach;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartBuilder;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.initctl.InitctlUpstart;
import org.upstart4j.initctl.InitctlUpstartBuilder;
import org.upstart4j.jobfile.stanza.Dialect;
import org.upstart4j.spi.UpstartProvider;

/**
 * How an Upstart is reached.
 *
 * @param way the way
 * @param via how initctl is to reach it, if that is the way; else null
 * @param address where it listens, for a user session; else null
 * @param host where initctl is to run, as ssh takes it; null for this machine
 * @param name the name that it has on a bus; null for the usual one
 * @param confdir the job files of the embedded one; else null
 * @param dialect whose stanzas the job files of the embedded one may have
 * @param timeout how long a call may take, or null for the usual limits
 */
public record Reach(
    Way way,
    @Nullable Way via,
    @Nullable String address,
    @Nullable String host,
    @Nullable String name,
    @Nullable String confdir,
    Dialect dialect,
    @Nullable Duration timeout) {

  /** A way with the usual limits. */
  public static Reach by(Way way) {
    return new Reach(way, null, null, null, null, null, Dialect.UPSTART, null);
  }

  /** The same way, on which a call takes no longer than usual. */
  public Reach withUsualLimits() {
    return new Reach(way, via, address, host, name, confdir, dialect, null);
  }

  /** The Upstart at the end of the way; nothing is connected before it is asked. */
  public Upstart open() {
    return switch (way) {
      case AUTO -> UpstartProvider.connect();
      case PRIVATE -> dbus().privateSocket().build();
      case SYSTEM_BUS -> dbus().systemBus().build();
      case SESSION_BUS -> dbus().sessionBus().build();
      case USER_SESSION -> session();
      case INITCTL -> initctl();
      case EMBEDDED -> embedded();
    };
  }

  private DbusUpstartBuilder dbus() {
    DbusUpstartBuilder builder = DbusUpstart.builder();
    if (name != null) {
      builder.name(name);
    }
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

  private Upstart initctl() {
    InitctlUpstartBuilder builder = InitctlUpstart.builder();
    if (timeout != null) {
      builder.timeout(timeout);
    }
    if (host != null) {
      builder.runner(CommandRunner.ssh(host));
    }
    if (via == Way.SYSTEM_BUS) {
      builder.systemBus();
    } else if (via == Way.SESSION_BUS) {
      builder.sessionBus();
    } else if (via == Way.USER_SESSION && address != null) {
      builder.at(address);
    } else if (via == Way.USER_SESSION) {
      builder.userSession();
    }
    return builder.build();
  }

  private Upstart embedded() {
    if (confdir == null) {
      throw new UpstartUnavailableException("say where the job files are: --confdir DIR", null);
    }
    return EmbeddedUpstart.builder().folder(Path.of(confdir)).dialect(dialect).build();
  }

  /** Whether the Upstart of a session is reached. */
  public boolean isUser() {
    return way == Way.USER_SESSION || via == Way.USER_SESSION;
  }

  /** What to do about it, some lines; none if an Upstart has answered. */
  public List<String> advice(UpstartException failure) {
    return failure instanceof UpstartUnavailableException && failure.error().isEmpty()
        ? Advice.of(this)
        : List.of();
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
