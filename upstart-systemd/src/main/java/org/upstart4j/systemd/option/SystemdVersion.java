package org.upstart4j.systemd.option;

/**
 * A version of systemd.
 *
 * @param number the number, for example 252
 */
public record SystemdVersion(int number) implements Comparable<SystemdVersion> {

  /** The version that conversions are meant for if nobody says: that of Debian 12. */
  public static final SystemdVersion DEFAULT = new SystemdVersion(252);

  /**
   * Says whether something is there.
   *
   * @param since the first version that has it
   * @return whether this version is that one, or newer
   */
  public boolean has(SystemdVersion since) {
    return number >= since.number;
  }

  @Override
  public int compareTo(SystemdVersion other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return String.valueOf(number);
  }
}
