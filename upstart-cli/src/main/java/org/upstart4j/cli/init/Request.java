package org.upstart4j.cli.init;

/** What init is asked to do, or is told. */
sealed interface Request {

  /** Jobs have changed; how they stand may be worth a look. */
  Request LOOK = new Look();

  /** Jobs have changed. */
  record Look() implements Request {}

  /**
   * Everything is to be stopped.
   *
   * @param by who asks for it
   * @param runlevel the runlevel to enter: 0 or 6
   * @param halt what is to become of the machine, as {@code shutdown} tells its jobs; empty if it
   *     does not
   */
  record Stop(String by, String runlevel, String halt) implements Request {}

  /** The job that init was to exit with has ended for good. */
  record JobEnded() implements Request {}

  /** The boot is over. */
  record Booted() implements Request {}

  /** The job files are to be read again. */
  record Reload() implements Request {}

  /** The power has changed, or a container's manager wants it stopped. */
  record Power() implements Request {}

  /** The system bus is there. */
  record JoinBus() implements Request {}
}
