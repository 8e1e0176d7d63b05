package org.upstart4j.systemd.internal.convert;

import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.spi.ShellSpelling;
import org.upstart4j.systemd.option.EnvironmentStyle;
import org.upstart4j.systemd.option.KillMode;
import org.upstart4j.systemd.option.Logs;
import org.upstart4j.systemd.option.SystemdVersion;

/**
 * What a conversion is told.
 *
 * @param version the systemd that the units are for
 * @param target the Upstart that the jobs are for
 * @param logs where output goes
 * @param environment which environment processes get
 * @param killMode which processes are ended
 * @param helpers where helper scripts will lie
 * @param owned units that others bring
 */
public record Options(
    SystemdVersion version,
    Target target,
    Logs logs,
    EnvironmentStyle environment,
    KillMode killMode,
    String helpers,
    Set<String> owned) {

  /** Where helper scripts will lie if nobody says. */
  public static final String HELPERS = "/usr/local/lib/upstart-helpers";

  private static final String OF_SYSTEMD =
      "(systemd-.*|getty@?|serial-getty@|emergency|rescue|debug-shell|initrd-.*|user@?"
          + "|basic|sysinit|multi-user|graphical|network|network-online|local-fs|remote-fs|shutdown"
          + "|reboot|poweroff|halt|timers|sockets|paths|slices|swap|umount|final|default|exit)"
          + "\\.(service|target)";

  public Options {
    owned = Set.copyOf(owned);
  }

  boolean has(int since) {
    return version.number() >= since;
  }

  public Options from(Target other) {
    return new Options(version, other, logs, environment, killMode, helpers, owned);
  }

  public Options with(Logs other) {
    return new Options(version, target, other, environment, killMode, helpers, owned);
  }

  public Options with(EnvironmentStyle other) {
    return new Options(version, target, logs, other, killMode, helpers, owned);
  }

  public Options with(KillMode other) {
    return new Options(version, target, logs, environment, other, helpers, owned);
  }

  public Options withHelpersIn(String folder) {
    return new Options(version, target, logs, environment, killMode, folder, owned);
  }

  public Options withOwned(Set<String> units) {
    return new Options(version, target, logs, environment, killMode, helpers, units);
  }

  /** Whether somebody else brings a unit: systemd, a package, or who the conversion was told. */
  boolean isOwned(String unit) {
    return owned.contains(unit) || StockUnits.isUnit(unit) || unit.matches(OF_SYSTEMD);
  }

  /** The command that converts a file or folder with these options, for people to repeat. */
  String command(String path) {
    StringJoiner command = new StringJoiner(" ", "upstart convert ", "");
    command.add(word(path)).add("--systemd").add(version.toString());
    target.platform().ifPresent(platform -> command.add("--for").add(platform.name()));
    if (logs != Logs.JOURNAL) {
      command.add("--logs files");
    }
    if (environment != EnvironmentStyle.STRICT) {
      command.add("--environment plain");
    }
    if (killMode != KillMode.CONTROL_GROUP) {
      command.add("--kill-mode process");
    }
    if (!helpers.equals(HELPERS)) {
      command.add("--helpers").add(word(helpers));
    }
    new TreeSet<>(owned).forEach(unit -> command.add("--owned").add(word(unit)));
    return command.toString();
  }

  private static String word(String text) {
    return text.matches("[A-Za-z0-9_./@:+-]+") ? text : ShellSpelling.quoted(text);
  }
}
