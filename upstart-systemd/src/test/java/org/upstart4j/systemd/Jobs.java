package org.upstart4j.systemd;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.option.SystemdVersion;

/** Jobs that tests convert, and what they become. */
final class Jobs {

  private final Map<String, JobFile> files = new TreeMap<>();
  private Platform platform = Platform.UBUNTU_14_04;
  private SystemdVersion version = SystemdVersion.DEFAULT;

  /** A job, with its stanzas one a line. */
  Jobs job(String name, String... stanzas) {
    files.put(name + ".conf", JobFile.parse(String.join("\n", stanzas) + "\n"));
    return this;
  }

  /** A job that stays, started and stopped by what is given. */
  Jobs service(String name, String... stanzas) {
    String[] all = new String[stanzas.length + 1];
    System.arraycopy(stanzas, 0, all, 0, stanzas.length);
    all[stanzas.length] = "exec /bin/" + name;
    return job(name, all);
  }

  Jobs on(Platform other) {
    platform = other;
    return this;
  }

  Jobs to(int number) {
    version = new SystemdVersion(number);
    return this;
  }

  Conversion convert() {
    return SystemdConversion.to(version).from(Target.of(platform)).convert(JobFolder.of(files));
  }

  /** The text of a unit. */
  static String unit(Conversion conversion, String path) {
    return new String(conversion.files().get(path).bytes(), StandardCharsets.UTF_8);
  }

  /** The findings about a part of a job file. */
  static List<ConversionFinding> findings(Conversion conversion, String job, String part) {
    return conversion.findings().stream()
        .filter(finding -> finding.job().equals(job) && finding.stanza().equals(part))
        .toList();
  }

  /** The only finding about a part of a job file. */
  static ConversionFinding finding(Conversion conversion, String job, String part) {
    List<ConversionFinding> all = findings(conversion, job, part);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " findings about: " + part);
    }
    return all.get(0);
  }
}
