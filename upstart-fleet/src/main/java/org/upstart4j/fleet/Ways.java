package org.upstart4j.fleet;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.Upstart;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartBuilder;
import org.upstart4j.dbus.NoBridgeException;
import org.upstart4j.fleet.RemoteOptions.Access;
import org.upstart4j.fleet.WayChoice.Taken;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.initctl.InitctlUpstart;
import org.upstart4j.spi.Located.Place;
import org.upstart4j.spi.UpstartProvider;

/** The ways to a host. */
final class Ways {

  private static final int SIGNS_OF_LIFE = 3;

  private final Host host;
  private final RemoteOptions options;

  Ways(Host host, RemoteOptions options) {
    this.host = host;
    this.options = options;
  }

  /** Returns the Upstart of the host, not yet connected. */
  RemoteUpstart upstart() {
    return host.isLocal() ? local() : remote();
  }

  /** Returns what runs programs on the host. */
  CommandRunner runner() {
    if (host.isLocal()) {
      return CommandRunner.local();
    }
    List<String> words = new ArrayList<>(host.sshOptions());
    words.addAll(List.of("-o", "ConnectTimeout=" + options.connecting().toSeconds()));
    words.addAll(
        List.of("-o", "ServerAliveInterval=" + options.silence().toSeconds() / SIGNS_OF_LIFE));
    words.addAll(List.of("-o", "ServerAliveCountMax=" + SIGNS_OF_LIFE));
    CommandRunner ssh =
        CommandRunner.ssh(host.destination(), words.toArray(String[]::new))
            .withProgram(options.program());
    return host.becomesRoot() ? ssh.prefixed("sudo", "-n") : ssh;
  }

  private RemoteUpstart local() {
    return new RemoteUpstart(
        "this machine",
        Place.HERE,
        new WayChoice(Ways::here, () -> {}),
        HostFiles.over(host.name(), CommandRunner.local()));
  }

  private static Taken here() {
    Upstart upstart = UpstartProvider.connect();
    Way way = new Way(Way.Kind.LOCAL, upstart.transport(), "The host's connection is called local");
    return new Taken(upstart, way);
  }

  private RemoteUpstart remote() {
    CommandRunner runner = runner();
    HostFiles files = HostFiles.over(host.name(), runner);
    Upstart initctl = InitctlUpstart.builder().runner(runner).timeout(options.answering()).build();
    if (options.access() == Access.INITCTL) {
      Way way = new Way(Way.Kind.INITCTL, initctl.transport(), "initctl was asked for");
      return elsewhere(files, new WayChoice(() -> new Taken(initctl, way), initctl::close));
    }
    Upstart dbus = dbus();
    return elsewhere(files, choice(dbus, initctl, options.access() == Access.AUTOMATIC));
  }

  private RemoteUpstart elsewhere(HostFiles files, WayChoice choice) {
    return new RemoteUpstart("ssh to " + host.destination(), Place.ELSEWHERE, choice, files);
  }

  private Upstart dbus() {
    DbusUpstartBuilder builder =
        DbusUpstart.builder()
            .ssh(host.destination(), host.sshOptions().toArray(String[]::new))
            .sshProgram(options.program())
            .connectTimeout(options.connecting())
            .silence(options.silence())
            .timeout(options.answering());
    if (host.becomesRoot()) {
      builder.sudo();
    }
    return switch (options.access()) {
      case PRIVATE_SOCKET -> builder.privateSocket().build();
      case SYSTEM_BUS -> builder.systemBus().build();
      case AUTOMATIC, INITCTL -> builder.build();
    };
  }

  /**
   * Chooses between D-Bus and initctl.
   *
   * @param fallsBack whether initctl may be taken
   */
  static WayChoice choice(Upstart dbus, Upstart initctl, boolean fallsBack) {
    return new WayChoice(
        () -> between(dbus, initctl, fallsBack),
        () -> {
          dbus.close();
          initctl.close();
        });
  }

  private static Taken between(Upstart dbus, Upstart initctl, boolean fallsBack) {
    try {
      // the smallest question there is
      dbus.version();
      return new Taken(
          dbus, new Way(Way.Kind.DBUS, dbus.transport(), "The host can pass D-Bus on"));
    } catch (NoBridgeException none) {
      if (!fallsBack) {
        throw none;
      }
      String why = String.valueOf(none.getMessage());
      return new Taken(initctl, new Way(Way.Kind.INITCTL, initctl.transport(), why));
    }
  }
}
