package org.upstart4j.jobfile.stanza;

import org.upstart4j.Signal;

/**
 * A way in which a process ends, as Upstart keeps it.
 *
 * @param value an exit code, or a signal's number times 256
 */
public record ExitStatus(int value) {

  /**
   * Makes a status of its value.
   *
   * @param value an exit code, or a signal's number times 256
   * @throws IllegalArgumentException if the value is negative
   */
  public ExitStatus {
    if (value < 0) {
      throw new IllegalArgumentException("An exit status is 0 or more, not " + value);
    }
  }

  /**
   * Returns the status of a process that exits.
   *
   * @param code what it exits with
   * @return the status
   */
  public static ExitStatus of(int code) {
    return new ExitStatus(code);
  }

  /**
   * Returns the status of a process that a signal ends.
   *
   * @param signal the signal
   * @return the status
   */
  public static ExitStatus of(Signal signal) {
    return new ExitStatus(signal.number() << 8);
  }

  /**
   * Returns the status as it stands in a job file.
   *
   * @return a number, or a signal's name
   */
  public String text() {
    boolean signal = value > 0xff && (value & 0xff) == 0;
    String name = signal ? new Signal(value >> 8).name() : "";
    return Signal.find(name).isPresent() ? name : Integer.toString(value);
  }

  @Override
  public String toString() {
    return text();
  }
}
