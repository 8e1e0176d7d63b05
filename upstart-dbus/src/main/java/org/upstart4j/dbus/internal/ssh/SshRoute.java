package org.upstart4j.dbus.internal.ssh;

import java.util.List;
import java.util.function.Function;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.wire.Connection;
import org.upstart4j.dbus.internal.wire.ProgramConnector;
import org.upstart4j.dbus.internal.wire.Route;
import org.upstart4j.spi.SshCommand;

/** The way to a socket of another machine: through ssh, and a bridge at its far end. */
public final class SshRoute implements Route {

  private final SshCommand ssh;
  private final FarPlace place;
  private final SshLimits limits;
  private final boolean sudo;
  private final Function<String, UpstartUnavailableException> noBridge;
  private volatile String bridge = "";

  /**
   * Makes a route.
   *
   * @param ssh how to run ssh
   * @param place where to go there
   * @param limits how long to wait for ssh, and for signs of life
   * @param sudo whether the bridge runs as root by {@code sudo}
   * @param noBridge makes the error that there can be no bridge, of its message
   */
  public SshRoute(
      SshCommand ssh,
      FarPlace place,
      SshLimits limits,
      boolean sudo,
      Function<String, UpstartUnavailableException> noBridge) {
    this.ssh = ssh;
    this.place = place;
    this.limits = limits;
    this.sudo = sudo;
    this.noBridge = noBridge;
  }

  @Override
  public Reached connect(Deadline deadline) {
    Announcement announcement = new Announcement(ssh.destination(), noBridge);
    Connection connection =
        ProgramConnector.connect(
            "to " + ssh.destination() + " over ssh",
            command(announcement.marker()),
            announcement,
            deadline);
    boolean isBus = place.isBus(announcement.place().orElse(""));
    bridge = announcement.program();
    Pings.keep(connection, isBus, limits.silence());
    return new Reached(connection, isBus);
  }

  private List<String> command(String marker) {
    List<String> words = ssh.words(limits.settings());
    String line = Bridge.line(marker, place, limits.silence(), sudo);
    words.addAll(List.of("-T", "--", ssh.destination(), line));
    return words;
  }

  @Override
  public String description() {
    String by = bridge.isEmpty() ? "" : ", by " + bridge;
    return "D-Bus over ssh to " + ssh.destination() + by;
  }
}
