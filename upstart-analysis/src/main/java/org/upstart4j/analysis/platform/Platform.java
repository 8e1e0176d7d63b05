package org.upstart4j.analysis.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * A system that job files are meant for: its version of Upstart, its shell, and the events and jobs
 * that its own packages provide.
 *
 * <pre>{@code
 * Platform trusty = Platform.find("ubuntu-14.04").orElseThrow();
 * trusty.version(); // 1.12.1
 * trusty.provides().job("apache2"); // nothing: a script of SysV init there
 * }</pre>
 */
public final class Platform {

  /** Ubuntu 9.10, the first with jobs for Upstart 0.6. */
  public static final Platform UBUNTU_9_10 = new Platform("ubuntu-9.10");

  /** Ubuntu 10.04. */
  public static final Platform UBUNTU_10_04 = new Platform("ubuntu-10.04");

  /** Ubuntu 10.10. */
  public static final Platform UBUNTU_10_10 = new Platform("ubuntu-10.10");

  /** Ubuntu 11.04. */
  public static final Platform UBUNTU_11_04 = new Platform("ubuntu-11.04");

  /** Ubuntu 11.10. */
  public static final Platform UBUNTU_11_10 = new Platform("ubuntu-11.10");

  /** Ubuntu 12.04. */
  public static final Platform UBUNTU_12_04 = new Platform("ubuntu-12.04");

  /** Ubuntu 12.10. */
  public static final Platform UBUNTU_12_10 = new Platform("ubuntu-12.10");

  /** Ubuntu 13.04. */
  public static final Platform UBUNTU_13_04 = new Platform("ubuntu-13.04");

  /** Ubuntu 13.10. */
  public static final Platform UBUNTU_13_10 = new Platform("ubuntu-13.10");

  /** Ubuntu 14.04. */
  public static final Platform UBUNTU_14_04 = new Platform("ubuntu-14.04");

  /** Ubuntu 14.10. */
  public static final Platform UBUNTU_14_10 = new Platform("ubuntu-14.10");

  /** Ubuntu 15.04, where Upstart must be chosen for the system. */
  public static final Platform UBUNTU_15_04 = new Platform("ubuntu-15.04");

  /** Ubuntu 15.10, where Upstart must be chosen for the system. */
  public static final Platform UBUNTU_15_10 = new Platform("ubuntu-15.10");

  /** Ubuntu 16.04, the last with Upstart; it must be chosen for the system. */
  public static final Platform UBUNTU_16_04 = new Platform("ubuntu-16.04");

  /** Red Hat Enterprise Linux 6.0 to 6.2 and what is built from it: no override files. */
  public static final Platform RHEL_6_0 = new Platform("rhel-6.0");

  /** Red Hat Enterprise Linux 6 with updates, and what is built from it: with override files. */
  public static final Platform RHEL_6 = new Platform("rhel-6");

  /** Amazon Linux 1. */
  public static final Platform AMAZON_1 = new Platform("amazon-1");

  /** Debian 8, with its package upstart installed. */
  public static final Platform DEBIAN_8 = new Platform("debian-8");

  /** UBports, which was Ubuntu Touch. */
  public static final Platform UBPORTS = new Platform("ubports");

  /** ChromeOS. */
  public static final Platform CHROMEOS = new Platform("chromeos");

  private static final List<Platform> ALL =
      List.of(
          UBUNTU_9_10,
          UBUNTU_10_04,
          UBUNTU_10_10,
          UBUNTU_11_04,
          UBUNTU_11_10,
          UBUNTU_12_04,
          UBUNTU_12_10,
          UBUNTU_13_04,
          UBUNTU_13_10,
          UBUNTU_14_04,
          UBUNTU_14_10,
          UBUNTU_15_04,
          UBUNTU_15_10,
          UBUNTU_16_04,
          RHEL_6_0,
          RHEL_6,
          AMAZON_1,
          DEBIAN_8,
          UBPORTS,
          CHROMEOS);

  private final String name;

  /** Read when it is needed first; reading it twice would do no harm. */
  private volatile @Nullable Description description;

  private Platform(String name) {
    this.name = name;
  }

  private Platform(Description description) {
    this.name = description.name();
    this.description = description;
  }

  /** Made when it is needed first. */
  private static final class Anywhere {
    static final Provided UNION = Union.of(ALL.stream().map(Platform::provides).toList());
  }

  /** {@return all platforms that come with upstart4j, Ubuntu's in the order of their releases} */
  public static List<Platform> all() {
    return ALL;
  }

  /**
   * What all platforms together provide, for a check that is for no platform. Where they differ, an
   * event or job is what it is on all of them: it comes once only if it does everywhere, and it has
   * the variables that it has anywhere.
   *
   * @return the union
   */
  public static Provided providedAnywhere() {
    return Anywhere.UNION;
  }

  /**
   * Looks a platform up.
   *
   * @param name its name ({@code ubuntu-14.04}) or another one that it goes by ({@code trusty},
   *     {@code centos-6}); case does not count
   * @return the platform, or nothing if none comes with upstart4j under this name
   */
  public static Optional<Platform> find(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    Optional<Platform> named = named(small);
    return named.isPresent() ? named : PlatformFiles.alias(small).flatMap(Platform::named);
  }

  private static Optional<Platform> named(String name) {
    return ALL.stream().filter(platform -> platform.name.equals(name)).findFirst();
  }

  /**
   * Reads a platform of one's own.
   *
   * <pre>{@code
   * Platform ours = Platform.read("""
   *     {"name": "ours", "title": "Our image", "like": "ubuntu-14.04",
   *      "events": {"disks-checked": {"times": "once", "by": "our initramfs", "source": "ours"}}}
   *     """);
   * }</pre>
   *
   * @param json the text of its file
   * @return the platform
   * @throws PlatformSyntaxException if the text is no JSON or does not describe a platform; it says
   *     where and what is wrong
   */
  public static Platform read(String json) {
    return new Platform(PlatformReader.read(json));
  }

  /** {@return its name for options, for example {@code ubuntu-14.04}} */
  public String name() {
    return name;
  }

  /** {@return its name for people, for example {@code Ubuntu 14.04}} */
  public String title() {
    return description().title();
  }

  /** {@return the version of Upstart that it runs} */
  public UpstartVersion version() {
    return description().version();
  }

  /** {@return what {@code /bin/sh} is there} */
  public Shell shell() {
    return description().shell();
  }

  /** {@return the events and jobs that its own packages provide} */
  public Provided provides() {
    return description().provides();
  }

  private Description description() {
    Description known = description;
    if (known == null) {
      known = PlatformFiles.description(name);
      description = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Platform that
            && name.equals(that.name)
            && description().equals(that.description()));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
