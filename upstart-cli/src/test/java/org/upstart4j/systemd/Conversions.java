package org.upstart4j.systemd;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.upstart4j.systemd.finding.ConversionFinding;

/** Makes conversions by hand. */
public final class Conversions {

  private Conversions() {}

  /** A conversion with these files. */
  public static Conversion of(
      Map<String, String> units, List<ConversionFinding> findings, ConvertedFile... files) {
    Map<String, ConvertedFile> byPath = new TreeMap<>();
    for (ConvertedFile file : files) {
      byPath.put(file.path(), file);
    }
    return new Conversion(byPath, units, findings, new TreeSet<>(units.values()));
  }
}
