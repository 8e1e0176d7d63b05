package org.upstart4j.jobfile.version;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version of Upstart that job files are meant for: each upstream release, and what distributions
 * made of some. The order is that of the releases; a distribution's own version stands after the
 * release that it is based on.
 *
 * <pre>{@code
 * UpstartVersion.V1_3.has(Feature.SETUID); // false: the stanza came with 1.4
 * UpstartVersion.find("0.6.5-el6"); // Optional[0.6.5-el6]
 * }</pre>
 */
public enum UpstartVersion {
  // A version has what the one has that it is based on, and what is named here.

  /** The first release of the 0.6 series, of July 2009. */
  V0_6_0("0.6.0", null),
  /** Release 0.6.1. */
  V0_6_1("0.6.1", V0_6_0),
  /** Release 0.6.2. */
  V0_6_2("0.6.2", V0_6_1),
  /** Release 0.6.3: Ubuntu 9.10. Source: its debian/changelog, as for all releases of Ubuntu. */
  V0_6_3("0.6.3", V0_6_2),
  /** Release 0.6.5: Ubuntu 10.04, RHEL and CentOS 6.0 and 6.1. There was no 0.6.4. */
  V0_6_5("0.6.5", V0_6_3, Feature.NOT_EQUAL),
  /**
   * Red Hat's package 0.6.5-11 and newer: override files and {@code usage} on top of 0.6.5. Source:
   * the patches of package 0.6.5-17.el6, and the init that they make.
   */
  V0_6_5_EL6("0.6.5-el6", V0_6_5, Feature.OVERRIDE, Feature.USAGE),
  /** Release 0.6.6: Ubuntu 10.10. */
  V0_6_6("0.6.6", V0_6_5),
  /** Release 0.6.7. */
  V0_6_7("0.6.7", V0_6_6, Feature.MANUAL, Feature.DEBUG),
  /**
   * Ubuntu's own line on top of 0.6.7, with override files: Ubuntu 11.04. Source: commit ec608eb2.
   */
  V0_9_7("0.9.7", V0_6_7, Feature.OVERRIDE),
  /** Release 1.0. */
  V1_0("1.0", V0_6_7),
  /** Release 1.1. */
  V1_1("1.1", V1_0, Feature.ANY_VARIABLE_NAME),
  /** Release 1.2. */
  V1_2("1.2", V1_1),
  /**
   * ChromeOS's fork of 1.2, in use from 2011 to about 2021. Source: branch chromeos-1.2 of
   * neverware-mirrors/upstart, as of November 2020, and the init that it makes.
   */
  CHROMEOS_1_2(
      "chromeos-1.2",
      Dialect.CHROMEOS,
      V1_2,
      Feature.OVERRIDE,
      Feature.KILL_SIGNAL,
      Feature.OOM_SCORE,
      Feature.IMPORT,
      Feature.EXIT_0_FAILS,
      Feature.MISSING_IS_NOT_EQUAL),
  /** Release 1.3: Ubuntu 11.10. */
  V1_3("1.3", V1_2, Feature.OVERRIDE, Feature.KILL_SIGNAL, Feature.OOM_SCORE),
  /** Release 1.4. */
  V1_4("1.4", V1_3, Feature.CONSOLE_LOG, Feature.SETUID, Feature.SETGID),
  /** Release 1.5: Ubuntu 12.04 and 12.10. */
  V1_5("1.5", V1_4, Feature.USAGE),
  /** Release 1.6. */
  V1_6("1.6", V1_5, Feature.KILL_SIGNAL_NUMBER),
  /** Release 1.6.1. */
  V1_6_1("1.6.1", V1_6),
  /** Release 1.7. */
  V1_7("1.7", V1_6_1),
  /** Release 1.8: Ubuntu 13.04. */
  V1_8("1.8", V1_7),
  /** Release 1.9. */
  V1_9("1.9", V1_8, Feature.APPARMOR),
  /** Release 1.9.1. */
  V1_9_1("1.9.1", V1_9),
  /** Release 1.10: Ubuntu 13.10. */
  V1_10("1.10", V1_9_1, Feature.RELOAD_SIGNAL),
  /** Release 1.11: Debian 8. */
  V1_11("1.11", V1_10),
  /** Release 1.12. */
  V1_12("1.12", V1_11),
  /** Release 1.12.1: Ubuntu 14.04. */
  V1_12_1("1.12.1", V1_12),
  /** Release 1.13. */
  V1_13("1.13", V1_12_1, Feature.CGROUP),
  /** Release 1.13.1. */
  V1_13_1("1.13.1", V1_13),
  /** Release 1.13.2, the last one: Ubuntu 14.10 to 16.04, UBports. */
  V1_13_2("1.13.2", V1_13_1),
  /**
   * ChromeOS's fork of 1.13, in use today. It is built without control groups, but its parser knows
   * {@code cgroup}. Source: the ebuilds of chromiumos-overlay; the fork's own source is not public.
   */
  CHROMEOS_1_13(
      "chromeos-1.13",
      Dialect.CHROMEOS,
      V1_13,
      Feature.IMPORT,
      Feature.TMPFILES,
      Feature.EXIT_0_FAILS,
      Feature.MISSING_IS_NOT_EQUAL);

  /** The last release of Upstart, 1.13.2. */
  public static final UpstartVersion NEWEST = V1_13_2;

  private static final Map<String, UpstartVersion> BY_TEXT = new TreeMap<>();

  static {
    for (UpstartVersion version : values()) {
      BY_TEXT.put(version.text, version);
    }
  }

  private final String text;
  private final Dialect dialect;
  private final @Nullable UpstartVersion base;

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes it once it is made
  private final Set<Feature> features;

  UpstartVersion(String text, @Nullable UpstartVersion base, Feature... more) {
    this(text, Dialect.UPSTART, base, more);
  }

  UpstartVersion(String text, Dialect dialect, @Nullable UpstartVersion base, Feature... more) {
    this.text = text;
    this.dialect = dialect;
    this.base = base;
    this.features = EnumSet.noneOf(Feature.class);
    if (base != null) {
      features.addAll(base.features);
    }
    features.addAll(List.of(more));
  }

  /** {@return the version as people write it, for example {@code 1.5} or {@code 0.6.5-el6}} */
  public String text() {
    return text;
  }

  /** {@return whose Upstart it is} */
  public Dialect dialect() {
    return dialect;
  }

  /**
   * Says whether this version has a feature.
   *
   * @param feature the feature
   * @return whether it came with this version or with one that it is based on
   */
  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** The first release with a feature; nothing if the last one lacks it. */
  static Optional<UpstartVersion> firstWith(Feature feature) {
    UpstartVersion first = NEWEST;
    while (first.base != null && first.base.has(feature)) {
      first = first.base;
    }
    return first.has(feature) ? Optional.of(first) : Optional.empty();
  }

  /**
   * Looks a version up.
   *
   * @param text its name; case does not count
   * @return the version, or nothing if there is none of this name
   */
  public static Optional<UpstartVersion> find(String text) {
    return Optional.ofNullable(BY_TEXT.get(text.toLowerCase(Locale.ROOT)));
  }

  /** {@return the names of all versions, in the order of the releases} */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (UpstartVersion version : values()) {
      names.add(version.text);
    }
    return List.copyOf(names);
  }

  /**
   * The newest version of a dialect.
   *
   * @param dialect the dialect
   * @return the last release, or the last fork
   */
  public static UpstartVersion newest(Dialect dialect) {
    return dialect == Dialect.CHROMEOS ? CHROMEOS_1_13 : NEWEST;
  }

  @Override
  public String toString() {
    return text;
  }
}
