package org.upstart4j.cli.convert;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.upstart4j.systemd.Conversion;
import org.upstart4j.systemd.ConvertedFile;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;

/**
 * What is reported.
 *
 * @param source what was converted
 * @param settings how
 * @param conversion what it became
 * @param findings what became of each part, by job, file and place
 */
record Converted(
    Source source,
    ConvertSettings settings,
    Conversion conversion,
    List<ConversionFinding> findings) {

  /** The jobs that were converted. */
  SortedSet<String> jobs() {
    SortedSet<String> jobs = new TreeSet<>(conversion.units().keySet());
    findings.forEach(finding -> jobs.add(finding.job()));
    return jobs;
  }

  /** How many stanzas and events there are of each level; levels without any are left out. */
  Map<Level, Integer> counts() {
    Map<Level, Integer> counts = new EnumMap<>(Level.class);
    findings.stream()
        .filter(finding -> !finding.isImplicit())
        .forEach(finding -> counts.merge(finding.level(), 1, Integer::sum));
    return counts;
  }

  /** How many jobs need nobody to decide or to write anything. */
  int finishedJobs() {
    Map<String, Level> worst = new HashMap<>();
    findings.forEach(finding -> worst.merge(finding.job(), finding.level(), Level::or));
    return (int)
        jobs().stream().filter(job -> !isUnfinished(worst.getOrDefault(job, Level.EXACT))).count();
  }

  /** What Upstart rejects files for. */
  List<ConversionFinding> rejected() {
    return findings.stream().filter(finding -> finding.code() == ConversionCode.REJECTED).toList();
  }

  /** Whether nothing is left to do by hand, or lost. */
  boolean isFinished() {
    return findings.stream().noneMatch(finding -> isUnfinished(finding.level()));
  }

  private static boolean isUnfinished(Level level) {
    return level.compareTo(Level.BY_HAND) >= 0;
  }

  /** How many of the files are scripts. */
  int scripts() {
    return (int)
        conversion.files().values().stream()
            .filter(file -> file instanceof ConvertedFile.Helper)
            .count();
  }
}
