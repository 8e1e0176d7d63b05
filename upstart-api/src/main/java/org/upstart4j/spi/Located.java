package org.upstart4j.spi;

/** An Upstart of which it is known where it runs, as far as the way to it tells. */
public interface Located {

  /** {@return where it runs} */
  Place place();

  /** Where an Upstart runs, seen from this process. */
  enum Place {
    /** It is process 1 of this machine. */
    PROCESS_1,
    /** On this machine, for the session of a user. */
    SESSION,
    /** On this machine; more is not known. */
    HERE,
    /** In this process, where it runs no processes of this machine, but makes them up. */
    MADE_UP,
    /** On another machine, or in a container: nothing of this machine is its. */
    ELSEWHERE
  }
}
