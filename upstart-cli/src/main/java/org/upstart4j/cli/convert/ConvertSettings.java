package org.upstart4j.cli.convert;

import java.util.Set;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.TargetName;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.systemd.SystemdConversion;
import org.upstart4j.systemd.option.EnvironmentStyle;
import org.upstart4j.systemd.option.KillMode;
import org.upstart4j.systemd.option.Logs;
import org.upstart4j.systemd.option.SystemdVersion;

/**
 * How to convert.
 *
 * @param systemd the systemd that runs the units
 * @param target the Upstart that the jobs are for
 * @param logs where output goes
 * @param environment which environment processes get
 * @param killMode which processes are ended
 * @param helpers where helper scripts will lie
 * @param owned units that others bring
 */
record ConvertSettings(
    SystemdVersion systemd,
    Target target,
    Logs logs,
    EnvironmentStyle environment,
    KillMode killMode,
    String helpers,
    Set<String> owned) {

  private static final String SYSTEMD = "systemd";
  private static final String NUMBER = "[1-9]\\d{0,4}";

  /**
   * What options say.
   *
   * @throws Misuse if they make no sense
   */
  static ConvertSettings read(Invocation call) {
    call.value(ConvertOptions.TO).ifPresent(ConvertSettings::refuseOthers);
    return new ConvertSettings(
        call.value(ConvertOptions.SYSTEMD)
            .map(ConvertSettings::version)
            .orElse(SystemdVersion.DEFAULT),
        call.value(ConvertOptions.FOR)
            .map(TargetName::target)
            .orElseGet(() -> Target.of(UpstartVersion.NEWEST)),
        Choice.of(call, ConvertOptions.LOGS, Logs.class).orElse(Logs.JOURNAL),
        Choice.of(call, ConvertOptions.ENVIRONMENT, EnvironmentStyle.class)
            .orElse(EnvironmentStyle.STRICT),
        Choice.of(call, ConvertOptions.KILL_MODE, KillMode.class).orElse(KillMode.CONTROL_GROUP),
        call.value(ConvertOptions.HELPERS)
            .map(ConvertSettings::absolute)
            .orElse(SystemdConversion.HELPERS),
        Set.copyOf(call.arguments().values(ConvertOptions.OWNED)));
  }

  private static void refuseOthers(String system) {
    if (!system.equals(SYSTEMD)) {
      throw new Misuse("--to takes systemd, and nothing else so far, not " + system);
    }
  }

  private static SystemdVersion version(String number) {
    if (!number.matches(NUMBER)) {
      throw new Misuse(
          "--systemd takes the number of a version, such as 252, not \"" + number + "\"");
    }
    return new SystemdVersion(Integer.parseInt(number));
  }

  /** It stands in units, so it is the path of a folder as it is, on another machine. */
  private static String absolute(String folder) {
    if (!folder.matches("(/[^/\\p{Cntrl}]+)+/?") || folder.matches(".*/\\.\\.?(/.*)?")) {
      throw new Misuse(
          "--helpers takes an absolute path without . and .., such as "
              + SystemdConversion.HELPERS
              + ", not \""
              + folder
              + "\"");
    }
    return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
  }

  /** The conversion that does so. */
  SystemdConversion conversion() {
    return SystemdConversion.to(systemd)
        .from(target)
        .withLogs(logs)
        .withEnvironment(environment)
        .withKillMode(killMode)
        .withHelpersIn(helpers)
        .withOwnedUnits(owned);
  }
}
