package org.upstart4j.systemd.internal.convert;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What takes the place of the jobs that came with the systems that had Upstart. The units are those
 * of systemd itself and of Debian's and Ubuntu's packages.
 */
final class StockUnits {

  /**
   * Jobs and their units, one pair a line. From systemd's own units (systemd.special(7),
   * bootup(7)), and the units that the packages of the same names ship.
   */
  private static final String TABLE =
      """
      acpid acpid.service
      alsa-restore alsa-restore.service
      anacron anacron.service
      apparmor apparmor.service
      apport apport.service
      atd atd.service
      autofs autofs.service
      avahi-daemon avahi-daemon.service
      binfmt-support binfmt-support.service
      bluetooth bluetooth.service
      cgconfig cgconfig.service
      cloud-config cloud-config.service
      cloud-final cloud-final.service
      cloud-init cloud-init.service
      cloud-init-local cloud-init-local.service
      cloud-init-nonet network-online.target
      console-font console-setup.service
      console-setup console-setup.service
      cron cron.service
      cryptdisks cryptsetup.target
      cryptdisks-enable cryptsetup.target
      cups cups.service
      cups-browsed cups-browsed.service
      dbus dbus.service
      docker docker.service
      docker.io docker.service
      dovecot dovecot.service
      friendly-recovery friendly-recovery.service
      gdm display-manager.service
      gssd rpc-gssd.service
      hwclock time-set.target
      idmapd nfs-idmapd.service
      irqbalance irqbalance.service
      isc-dhcp-server isc-dhcp-server.service
      kdm display-manager.service
      kmod systemd-modules-load.service
      libvirt-bin libvirtd.service
      lightdm display-manager.service
      lxc lxc.service
      lxc-net lxc-net.service
      lxcfs lxcfs.service
      lxd lxd.service
      lxdm display-manager.service
      mdm display-manager.service
      modemmanager ModemManager.service
      module-init-tools systemd-modules-load.service
      mongodb mongodb.service
      mountall local-fs.target
      mountall-net remote-fs.target
      mysql mysql.service
      network-manager NetworkManager.service
      nginx nginx.service
      nmbd nmbd.service
      openvswitch-switch openvswitch-switch.service
      php5-fpm php-fpm.service
      plymouth plymouth-start.service
      plymouth-splash plymouth-start.service
      plymouth-stop plymouth-quit.service
      portmap rpcbind.service
      prefdm display-manager.service
      procps systemd-sysctl.service
      resolvconf resolvconf.service
      rpcbind rpcbind.service
      rsyslog rsyslog.service
      samba-ad-dc samba-ad-dc.service
      setvtrgb setvtrgb.service
      smbd smbd.service
      squid squid.service
      squid3 squid.service
      ssh ssh.service
      sssd sssd.service
      statd rpc-statd.service
      syslog rsyslog.service
      systemd-logind systemd-logind.service
      tgt tgt.service
      thermald thermald.service
      tty1 getty@tty1.service
      tty2 getty@tty2.service
      tty3 getty@tty3.service
      tty4 getty@tty4.service
      tty5 getty@tty5.service
      tty6 getty@tty6.service
      udev systemd-udevd.service
      udev-trigger systemd-udev-trigger.service
      udevmonitor systemd-udev-settle.service
      udevtrigger systemd-udev-trigger.service
      ufw ufw.service
      vsftpd vsftpd.service
      whoopsie whoopsie.service
      winbind winbind.service
      wpasupplicant wpa_supplicant.service
      xdm display-manager.service
      xinetd xinetd.service
      ypbind ypbind.service
      """;

  /** Units that come before sysinit.target, and so before all with default dependencies. */
  private static final Set<String> EARLY =
      Set.of(
          "apparmor.service",
          "cloud-init.service",
          "cloud-init-local.service",
          "console-setup.service",
          "cryptsetup.target",
          "friendly-recovery.service",
          "local-fs.target",
          "plymouth-start.service",
          "systemd-modules-load.service",
          "systemd-sysctl.service",
          "systemd-udev-settle.service",
          "systemd-udev-trigger.service",
          "systemd-udevd.service",
          "time-set.target");

  /** Jobs that bring the network up; what comes after them is the network being there. */
  private static final String NETWORK =
      " networking network-interface network network-services preload-network ";

  /** Jobs that end when the scripts of a runlevel have run. */
  private static final String RUNLEVEL = " rc ";

  /** Jobs of the boot before any runlevel. */
  private static final String BOOT = " rc-sysinit rcS ";

  private static final Map<String, String> UNITS = read();

  private StockUnits() {}

  private static Map<String, String> read() {
    Map<String, String> units = new HashMap<>();
    TABLE.lines().map(line -> line.split(" ")).forEach(pair -> units.put(pair[0], pair[1]));
    return Map.copyOf(units);
  }

  /** The unit that does what a stock job did. */
  static Optional<String> of(String job) {
    return Optional.ofNullable(UNITS.get(job.toLowerCase(Locale.ROOT)));
  }

  /** Whether a package of a usual machine brings a unit. */
  static boolean isUnit(String unit) {
    return UNITS.containsValue(unit);
  }

  /** Whether all units with default dependencies wait for a unit. */
  static boolean isEarly(String unit) {
    return EARLY.contains(unit);
  }

  static boolean isNetwork(String job) {
    return NETWORK.contains(" " + job + " ");
  }

  static boolean isRunlevel(String job) {
    return RUNLEVEL.contains(" " + job + " ");
  }

  static boolean isBoot(String job) {
    return BOOT.contains(" " + job + " ");
  }
}
