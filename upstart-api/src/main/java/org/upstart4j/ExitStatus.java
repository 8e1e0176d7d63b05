package org.upstart4j;

/**
 * How a process ended: it exited, a signal killed it, or it never ran. It prints as a part of a
 * sentence about the process.
 *
 * <p>Upstart keeps all of that in one number, which {@link #number()} and {@link #ofNumber} alone
 * translate.
 */
public sealed interface ExitStatus {

  /** The process exited with 0. */
  ExitStatus SUCCESS = new Exited(0);

  /** The process could not be run. */
  ExitStatus NOT_RUN = new NotRun();

  /**
   * Makes the status of a process that exits.
   *
   * @param code what it exits with
   * @return the status
   * @throws IllegalArgumentException if no process exits with that and no job file can say it
   */
  static ExitStatus of(int code) {
    return new Exited(code);
  }

  /**
   * Makes the status of a process that a signal kills.
   *
   * @param signal the signal
   * @return the status
   */
  static ExitStatus of(Signal signal) {
    return new Killed(signal);
  }

  /**
   * Reads Upstart's number.
   *
   * @param number an exit code, 256 times the number of a signal, or less than 0 for a process that
   *     could not be run
   * @return what it means
   */
  static ExitStatus ofNumber(int number) {
    if (number < 0) {
      return NOT_RUN;
    }
    return Exited.isCode(number) ? new Exited(number) : new Killed(new Signal(number >> 8));
  }

  /**
   * Returns the number by which Upstart knows this, in its signals, its state and its job files.
   *
   * @return the exit code, 256 times the number of the signal, or -1 if the process could not be
   *     run
   */
  int number();

  /**
   * A process has exited.
   *
   * @param code what it exited with: 0 to 255, or a larger number that a job file holds, which no
   *     process ever exits with
   */
  record Exited(int code) implements ExitStatus {

    /**
     * Makes the status of an exit.
     *
     * @param code what the process exited with
     * @throws IllegalArgumentException if the code is negative, or is what Upstart has for a signal
     */
    public Exited {
      if (code < 0) {
        throw new IllegalArgumentException("An exit status is 0 or more, not " + code);
      }
      if (!isCode(code)) {
        throw new IllegalArgumentException(
            "An exit status is not " + code + ", which means signal " + (code >> 8));
      }
    }

    private static boolean isCode(int number) {
      return number <= 0xff || (number & 0xff) != 0;
    }

    @Override
    public int number() {
      return code;
    }

    @Override
    public String toString() {
      return "exited with status " + code;
    }
  }

  /**
   * A signal has killed a process.
   *
   * @param signal the signal
   */
  record Killed(Signal signal) implements ExitStatus {

    private static final int HIGHEST = Integer.MAX_VALUE >> 8;

    /**
     * Makes the status of a killed process.
     *
     * @param signal the signal
     * @throws IllegalArgumentException if the signal is 0, which kills nothing, or too high for
     *     Upstart
     */
    public Killed {
      if (signal.number() == 0 || signal.number() > HIGHEST) {
        throw new IllegalArgumentException(
            "A signal that kills is 1 to " + HIGHEST + ", not " + signal.number());
      }
    }

    @Override
    public int number() {
      return signal.number() << 8;
    }

    @Override
    public String toString() {
      return "was killed by signal " + signal;
    }
  }

  /** A process could not be run. */
  record NotRun() implements ExitStatus {

    @Override
    public int number() {
      return -1;
    }

    @Override
    public String toString() {
      return "could not be run";
    }
  }
}
