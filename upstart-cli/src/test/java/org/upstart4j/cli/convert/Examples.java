package org.upstart4j.cli.convert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.systemd.Conversion;
import org.upstart4j.systemd.Conversions;
import org.upstart4j.systemd.ConvertedFile;
import org.upstart4j.systemd.SystemdConversion;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;
import org.upstart4j.systemd.option.EnvironmentStyle;
import org.upstart4j.systemd.option.KillMode;
import org.upstart4j.systemd.option.Logs;
import org.upstart4j.systemd.option.SystemdVersion;
import org.upstart4j.systemd.unit.UnitFile;

/** Jobs that were converted, by hand. */
final class Examples {

  static final ConvertSettings SETTINGS =
      new ConvertSettings(
          SystemdVersion.DEFAULT,
          Target.of(UpstartVersion.NEWEST),
          Logs.JOURNAL,
          EnvironmentStyle.STRICT,
          KillMode.CONTROL_GROUP,
          SystemdConversion.HELPERS,
          Set.of());

  private Examples() {}

  /** A finding about a stanza of a job's conf file. */
  static ConversionFinding finding(String job, int line, String stanza, Level level) {
    return new ConversionFinding(
        job,
        job + ".conf",
        new SourceSpan(0, stanza.length(), line, 1),
        stanza,
        level,
        ConversionCode.NOTE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        false);
  }

  /** The same finding with what says it in the job's unit. */
  static ConversionFinding says(ConversionFinding finding, String directive) {
    return new ConversionFinding(
        finding.job(),
        finding.file(),
        finding.span(),
        finding.stanza(),
        finding.level(),
        finding.code(),
        Optional.of(finding.job() + ".service"),
        Optional.of(directive),
        finding.since(),
        finding.reason(),
        finding.remedy(),
        finding.proved());
  }

  /** The same finding with why, and what to do. */
  static ConversionFinding because(ConversionFinding finding, String reason, String remedy) {
    return new ConversionFinding(
        finding.job(),
        finding.file(),
        finding.span(),
        finding.stanza(),
        finding.level(),
        finding.code(),
        finding.unit(),
        finding.directive(),
        Optional.of(new SystemdVersion(230)),
        reason,
        Optional.of(remedy),
        finding.proved());
  }

  /** Findings about the job web, and perhaps others. */
  static Converted converted(ConversionFinding... findings) {
    JobFolder folder = JobFolder.of(Map.of("web.conf", JobFile.parse("exec web\n")));
    Map<String, String> units = new TreeMap<>(Map.of("web", "web.service"));
    for (ConversionFinding finding : findings) {
      units.put(finding.job(), finding.job() + ".service");
    }
    Conversion conversion =
        Conversions.of(
            units,
            List.of(findings),
            unit("web.service"),
            new ConvertedFile.Helper("helpers/web.pre-start", "true\n"));
    Source source = new Source("init", folder, Map.of());
    return new Converted(source, SETTINGS, conversion, conversion.findings());
  }

  static ConvertedFile.Unit unit(String path) {
    return new ConvertedFile.Unit(path, UnitFile.parse("[Service]\nExecStart=/bin/web\n"));
  }
}
