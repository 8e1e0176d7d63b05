package org.upstart4j.analysis.internal.rule;

import java.util.Set;
import org.upstart4j.analysis.internal.shell.ProgramCall;
import org.upstart4j.analysis.internal.shell.ShellWord;

/** Programs that do something and end: a script that ends with one of them is no service. */
final class ShortLived {

  private static final Set<String> PROGRAMS =
      Set.of(
          """
          a2enmod apache2ctl apachectl apt-get aptitude arping awk basename blkid blockdev
          brctl cat cgpt chattr chcon chgrp chmod chown chvt clear cmp consolechars
          consoletype cp createdb crossystem curl cut date dbus-send dd depmod df diff dirname
          dmesg dmsetup dpkg du dumpkeys ebtables echo egrep env ethtool expr false fbset
          fgrep find free fsck fuser gawk gdbus getent getfacl git grep groupadd gunzip gzip
          halt head hostname hwclock id ifconfig ifdown ifup initctl insmod install
          invoke-rc.d ip ip6tables ipset iptables iptables-restore iw iwconfig kbd_mode kexec
          kill killall ln load_policy loadkeys logger logrotate losetup ls lsmod lsof lvm mail
          mdadm metrics_client mkdir mkfifo mkfs mknod mkswap mktemp modprobe mongo mosys
          mount mountpoint mv mysql mysqladmin nmcli ntpdate openvt ovs-vsctl parted passwd
          pgrep pidof ping pkill plymouth poweroff printf ps psql rabbitmqctl readlink reboot
          reload resolvconf restart restorecon rfkill rm rmdir rmmod route rsync run-parts
          runlevel sed semanage sendmail seq service setcap setconsole setenforce setfacl
          setfont setleds setpci setterm setupcon shutdown sleep sort start stat status stop
          stty supervisorctl swapoff swapon sync sysctl tar tc tee telinit test touch tput tr
          true tune2fs udevadm udevtrigger umount uname unicode_start uniq unlink update-rc.d
          useradd usermod usleep vconfig vgchange vmstat vpd vtysh wall wc wget which who
          xargs xrandr xset zcat
          """
              .split("\\s+"));

  private ShortLived() {}

  /** Whether a command is known to end by itself soon. */
  static boolean is(ProgramCall call) {
    if (PROGRAMS.contains(call.name())) {
      return true;
    }
    String path = call.words().get(0).literal().orElse("");
    return path.startsWith("/etc/init.d/")
        || path.startsWith("/etc/rc")
        || call.words().stream().skip(1).anyMatch(ShortLived::asksForLittle)
        || (call.name().equals("start-stop-daemon") && has(call, "--stop", "-K"));
  }

  private static boolean asksForLittle(ShellWord word) {
    return switch (word.literal().orElse("")) {
      case "--help", "--version", "stop", "start", "restart", "reload", "status", "--stop" -> true;
      default -> false;
    };
  }

  private static boolean has(ProgramCall call, String... options) {
    Set<String> wanted = Set.of(options);
    return call.words().stream().anyMatch(w -> w.literal().filter(wanted::contains).isPresent());
  }
}
