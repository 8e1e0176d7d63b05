package org.upstart4j.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.analysis.Baseline;
import org.upstart4j.analysis.BaselineSyntaxException;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/**
 * The findings that a file lists. Files are called by their paths as seen from that file, so that
 * it does not matter where a check is started.
 */
final class KnownFindings {

  private final Path file;
  private final Baseline baseline;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, JobFile> texts = new HashMap<>();

  private KnownFindings(Path file, Baseline baseline) {
    this.file = file.toAbsolutePath().normalize();
    this.baseline = baseline;
  }

  /** The findings of a file. */
  static KnownFindings read(Path file) {
    try {
      return new KnownFindings(file, Baseline.read(Files.readString(file)));
    } catch (BaselineSyntaxException failure) {
      throw new Misuse(file + ": " + failure.getMessage());
    } catch (IOException failure) {
      throw Unreadable.misuse(failure);
    }
  }

  /** None, to be written to a file. */
  static KnownFindings none(Path file) {
    return new KnownFindings(file, Baseline.of(List.of(), JobFolder.of(Map.of())));
  }

  /** Those that are not known. */
  List<Found> without(Subject subject, List<Found> found) {
    Map<String, JobFile> folder = new HashMap<>();
    subject.files().forEach((name, text) -> folder.put(path(subject, name), text));
    texts.putAll(folder);
    IdentityHashMap<Finding, Found> originals = new IdentityHashMap<>();
    List<Finding> renamed = new ArrayList<>();
    for (Found one : found) {
      Finding finding = renamed(one.finding(), path(subject, one.finding().file()));
      originals.put(finding, one);
      renamed.add(finding);
    }
    findings.addAll(renamed);
    return baseline.without(renamed, JobFolder.of(folder)).stream()
        .flatMap(finding -> Optional.ofNullable(originals.get(finding)).stream())
        .toList();
  }

  /** How many entries are found no more, or not so often. */
  int stale() {
    return baseline.stale(findings, JobFolder.of(texts)).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** Writes all that was found; returns how many that are. */
  int write() throws IOException {
    Files.writeString(file, Baseline.of(findings, JobFolder.of(texts)).text());
    return findings.size();
  }

  private String path(Subject subject, String name) {
    Optional<Path> place =
        subject.places().get(name) == null ? Optional.empty() : subject.places().get(name).path();
    Path folder = file.resolveSibling(".").normalize();
    String path =
        place
            .map(known -> folder.relativize(known.toAbsolutePath().normalize()).toString())
            .orElse(subject.label(name));
    return JobNames.isJobFile(path) ? path : path + ".conf";
  }

  private static Finding renamed(Finding finding, String file) {
    return new Finding(
        finding.rule(),
        finding.severity(),
        file,
        finding.span(),
        finding.message(),
        finding.reason(),
        finding.fix(),
        finding.problem());
  }
}
