package org.upstart4j.systemd;

import java.util.Map;
import java.util.Set;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.systemd.internal.convert.FolderConverter;
import org.upstart4j.systemd.internal.convert.Options;
import org.upstart4j.systemd.option.EnvironmentStyle;
import org.upstart4j.systemd.option.KillMode;
import org.upstart4j.systemd.option.Logs;
import org.upstart4j.systemd.option.SystemdVersion;

/**
 * Converts jobs to units of systemd. Immutable: each {@code with} makes another one. It reads and
 * writes no file and starts no process.
 *
 * <pre>{@code
 * JobFolder folder = JobDirectory.of(Path.of("/etc/init")).read();
 * Conversion conversion =
 *     SystemdConversion.to(new SystemdVersion(252)).from(Target.of(Platform.UBUNTU_14_04)).convert(folder);
 * }</pre>
 */
public final class SystemdConversion {

  /** Where helper scripts will lie if nobody says. */
  public static final String HELPERS = Options.HELPERS;

  private final Options options;

  private SystemdConversion(Options options) {
    this.options = options;
  }

  /**
   * A conversion with the usual options.
   *
   * @param version the systemd that the units are for
   * @return the conversion
   */
  public static SystemdConversion to(SystemdVersion version) {
    return new SystemdConversion(
        new Options(
            version,
            Target.of(UpstartVersion.NEWEST),
            Logs.JOURNAL,
            EnvironmentStyle.STRICT,
            KillMode.CONTROL_GROUP,
            HELPERS,
            Set.of()));
  }

  /**
   * Says which Upstart the jobs are meant for.
   *
   * @param target the platform or version
   * @return the conversion
   */
  public SystemdConversion from(Target target) {
    return new SystemdConversion(options.from(target));
  }

  /**
   * Says where output goes.
   *
   * @param logs where
   * @return the conversion
   */
  public SystemdConversion withLogs(Logs logs) {
    return new SystemdConversion(options.with(logs));
  }

  /**
   * Says which environment processes get.
   *
   * @param style whose
   * @return the conversion
   */
  public SystemdConversion withEnvironment(EnvironmentStyle style) {
    return new SystemdConversion(options.with(style));
  }

  /**
   * Says which processes are ended.
   *
   * @param mode which
   * @return the conversion
   */
  public SystemdConversion withKillMode(KillMode mode) {
    return new SystemdConversion(options.with(mode));
  }

  /**
   * Says where the helper scripts will lie on the machine that runs the units.
   *
   * @param folder an absolute path
   * @return the conversion
   * @throws IllegalArgumentException if the path is not absolute, or holds a line break
   */
  public SystemdConversion withHelpersIn(String folder) {
    if (!folder.startsWith("/") || folder.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "The helpers' folder needs an absolute path, not \"" + folder + "\"");
    }
    return new SystemdConversion(options.withHelpersIn(folder));
  }

  /**
   * Says which units others bring to the machine, beside those that are usual. A job that becomes a
   * unit of such a name is left to people to decide about.
   *
   * @param units their names, for example {@code backup.service}
   * @return the conversion
   */
  public SystemdConversion withOwnedUnits(Set<String> units) {
    return new SystemdConversion(options.withOwned(units));
  }

  /**
   * Converts one job.
   *
   * @param name its name
   * @param conf its conf file
   * @return what it becomes
   */
  public Conversion convert(String name, JobFile conf) {
    return convert(JobFolder.of(Map.of(name + ".conf", conf)));
  }

  /**
   * Converts a folder as one graph.
   *
   * @param folder its files
   * @return what it becomes
   */
  public Conversion convert(JobFolder folder) {
    return Conversion.of(new FolderConverter(folder, options).convert());
  }
}
