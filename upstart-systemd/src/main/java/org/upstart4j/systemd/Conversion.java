package org.upstart4j.systemd;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;
import org.upstart4j.systemd.internal.convert.FolderConverter;

/**
 * What a folder of jobs becomes. Immutable.
 *
 * <pre>{@code
 * Conversion conversion = SystemdConversion.to(new SystemdVersion(252)).convert(folder);
 * conversion.findings().stream().filter(finding -> finding.level() != Level.EXACT);
 * conversion.files().get("web.service").bytes();
 * }</pre>
 */
public final class Conversion {

  private final SortedMap<String, ConvertedFile> files;
  private final SortedMap<String, String> units;
  private final List<ConversionFinding> findings;
  private final SortedSet<String> enabled;

  Conversion(
      Map<String, ConvertedFile> files,
      Map<String, String> units,
      List<ConversionFinding> findings,
      SortedSet<String> enabled) {
    this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    this.units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    this.findings = List.copyOf(findings);
    this.enabled = Collections.unmodifiableSortedSet(new TreeSet<>(enabled));
  }

  /** What a folder of jobs becomes; to be called when it is converted. */
  static Conversion of(FolderConverter converter) {
    Map<String, ConvertedFile> files = new TreeMap<>();
    converter.files().forEach((path, unit) -> files.put(path, new ConvertedFile.Unit(path, unit)));
    converter
        .helpers()
        .forEach(
            (name, text) ->
                files.put("helpers/" + name, new ConvertedFile.Helper("helpers/" + name, text)));
    return new Conversion(files, converter.units(), converter.findings(), converter.enabled());
  }

  /** {@return the files by their paths in the output folder, sorted} */
  public SortedMap<String, ConvertedFile> files() {
    return files;
  }

  /** {@return the name of the unit that each job becomes, by the job's name, sorted} */
  public SortedMap<String, String> units() {
    return units;
  }

  /** {@return the findings: by job, file and place} */
  public List<ConversionFinding> findings() {
    return findings;
  }

  /** {@return the names of the units to enable, sorted} */
  public SortedSet<String> enabled() {
    return enabled;
  }

  /** {@return the worst level of what the stanzas say; exact if there are none} */
  public Level worst() {
    return findings.stream()
        .filter(finding -> !finding.isImplicit())
        .map(ConversionFinding::level)
        .reduce(Level.EXACT, Level::or);
  }
}
