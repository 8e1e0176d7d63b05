package org.upstart4j.embedded.internal.host;

/** How a process ended, as Upstart counts: its exit status, or 256 times a signal's number. */
public final class ExitStatus {

  private static final int LAST_SIGNAL = 64;

  private ExitStatus() {}

  /**
   * Returns the status of a killed process.
   *
   * @param signal the signal's number
   * @return the status
   */
  public static int killed(int signal) {
    return signal << 8;
  }

  /**
   * Returns the status behind an exit value of Java's. It adds 128 to a signal's number, so an exit
   * with such a value looks like a signal.
   *
   * @param value the exit value
   * @return the status
   */
  public static int ofValue(int value) {
    int signal = value - 128;
    return signal > 0 && signal <= LAST_SIGNAL ? killed(signal) : value;
  }

  /** Returns the status behind what {@code wait} tells. */
  static int ofWait(int told) {
    int signal = told & 0x7f;
    return signal == 0 ? told >> 8 & 0xff : killed(signal);
  }
}
