package org.upstart4j.cli.check;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Severity;

/** Counts what was checked and found. */
final class Tally {

  private final Severity failOn;
  private final Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
  private int files;
  private int faulty;
  private int safe;
  private int unsafe;
  private int unreadable;
  private int baseline;

  /** A count of nothing yet; findings so bad or worse fail the check. */
  Tally(Severity failOn) {
    this.failOn = failOn;
  }

  /** Counts the files of a folder, and what was found in them. */
  void add(Subject subject, List<Found> found) {
    files += subject.files().size();
    Set<String> named = new HashSet<>();
    for (Found one : found) {
      Finding finding = one.finding();
      severities.merge(finding.severity(), 1, Integer::sum);
      named.add(finding.file());
      finding.fix().ifPresent(fix -> count(fix.safe()));
    }
    faulty += named.size();
  }

  private void count(boolean isSafe) {
    safe += isSafe ? 1 : 0;
    unsafe += isSafe ? 0 : 1;
  }

  /** Counts a path that could not be read. */
  void addUnreadable() {
    unreadable++;
  }

  /** Counts findings that were left out, as they are known. */
  void addKnown(int known) {
    baseline += known;
  }

  int safe() {
    return safe;
  }

  int unsafe() {
    return unsafe;
  }

  /** Whether a finding fails the check. */
  boolean fails(Finding finding) {
    return finding.severity().isAtLeast(failOn);
  }

  /** Whether nothing fails the check. */
  boolean isWell() {
    return status() == 0;
  }

  /** The exit status. */
  int status() {
    if (unreadable > 0) {
      return 2;
    }
    boolean fails =
        severities.entrySet().stream().anyMatch(entry -> entry.getKey().isAtLeast(failOn));
    return fails || files == 0 ? 1 : 0;
  }

  /** How many findings there are of each severity, worst first: {@code 1 error, 2 warnings}. */
  String counts() {
    StringJoiner counts = new StringJoiner(", ");
    count(counts, Severity.ERROR, "error");
    count(counts, Severity.WARNING, "warning");
    int infos = severities.getOrDefault(Severity.INFO, 0);
    if (infos > 0) {
      counts.add(infos + " info");
    }
    return counts.toString();
  }

  private void count(StringJoiner counts, Severity severity, String noun) {
    int number = severities.getOrDefault(severity, 0);
    if (number > 0) {
      counts.add(count(number, noun));
    }
  }

  /** All in one line. */
  String summary() {
    String found =
        files == 0 && unreadable == 0
            ? "no job file was found" + (severities.isEmpty() ? "" : ", " + counts())
            : severities.isEmpty() ? "no problem" : counts() + " in " + count(faulty, "file");
    return count(files, "file")
        + " checked: "
        + found
        + (baseline == 0 ? "" : "; " + baseline + " in the baseline")
        + (unreadable == 0 ? "" : "; " + unreadable + " could not be read");
  }

  /** How many fixes there are, and how to make them; empty without any. */
  String fixes() {
    String some = safe == 0 ? "" : count(safe, "safe fix") + " (--fix)";
    String others = unsafe == 0 ? "" : count(unsafe, "unsafe fix") + " (--fix --unsafe-fixes)";
    return some + (some.isEmpty() || others.isEmpty() ? "" : ", ") + others;
  }

  static String count(int number, String noun) {
    String plural = noun.endsWith("x") ? "es" : "s";
    return number + " " + noun + (number == 1 ? "" : plural);
  }
}
