package org.upstart4j.dbus;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.spi.UpstartProvider;

/**
 * Finds the Upstarts that can be reached over D-Bus, for automatic choice: that of the session if
 * {@code UPSTART_SESSION} is set, as for {@code initctl}, then process 1 at its socket, then the
 * one on the system bus.
 */
public final class DbusUpstartProvider implements UpstartProvider {

  private static final int SESSION = 400;
  private static final int SOCKET = 300;
  private static final int BUS = 200;

  /** Makes a provider. */
  public DbusUpstartProvider() {}

  @Override
  public List<Way> ways() {
    return ways(System.getenv("UPSTART_SESSION"));
  }

  static List<Way> ways(@Nullable String session) {
    List<Way> ways = new ArrayList<>();
    if (session != null && !session.isEmpty()) {
      ways.add(new Way("D-Bus user session", SESSION, DbusUpstart::userSession));
    }
    ways.add(new Way("D-Bus private socket", SOCKET, DbusUpstart::privateSocket));
    ways.add(new Way("D-Bus system bus", BUS, DbusUpstart::systemBus));
    return ways;
  }
}
