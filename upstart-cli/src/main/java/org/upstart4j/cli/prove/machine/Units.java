package org.upstart4j.cli.prove.machine;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.upstart4j.systemd.Conversion;

/**
 * Units to try, and the files that they need.
 *
 * @param files the bytes of units, drop-ins and helpers, by path
 * @param names the name of each job's unit, by the job's name
 * @param enabled the names of the units to enable
 */
public record Units(
    SortedMap<String, byte[]> files, SortedMap<String, String> names, SortedSet<String> enabled) {

  /** The folder of the files that are no units. */
  public static final String HELPERS = "helpers";

  /**
   * Makes a set of units.
   *
   * @param files the bytes of units, drop-ins and helpers, by path
   * @param names the name of each job's unit, by the job's name
   * @param enabled the names of the units to enable
   */
  public Units {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    enabled = Collections.unmodifiableSortedSet(new TreeSet<>(enabled));
  }

  /**
   * Takes what a conversion made.
   *
   * @param conversion the conversion
   * @return its units
   */
  public static Units of(Conversion conversion) {
    return new Units(
        new TreeMap<>(
            conversion.files().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue().bytes()))),
        conversion.units(),
        conversion.enabled());
  }

  /** The name of a job's unit. */
  String name(String job) {
    String name = names.get(job);
    if (name == null) {
      throw new IllegalArgumentException("There is no unit for the job " + job);
    }
    return name;
  }
}
