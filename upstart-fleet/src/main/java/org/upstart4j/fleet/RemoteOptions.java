package org.upstart4j.fleet;

import java.time.Duration;

/**
 * How hosts are reached over ssh.
 *
 * @param access what is reached at the other end
 * @param connecting how long ssh may take to connect, in whole seconds
 * @param silence how long the other end may be silent, in whole seconds; it is asked for a sign of
 *     life meanwhile
 * @param answering how long to wait for a connection and a login together, and for answers that
 *     don't depend on jobs
 * @param program the name or path of {@code ssh}
 */
public record RemoteOptions(
    Access access, Duration connecting, Duration silence, Duration answering, String program) {

  private static final int LEAST_SILENCE = 3;

  /** What is reached at the other end. */
  public enum Access {
    /**
     * Process 1's own socket if the user there is root, else the system bus; and {@code initctl} if
     * nothing at the other end can pass D-Bus on.
     */
    AUTOMATIC,
    /** Process 1's own socket. */
    PRIVATE_SOCKET,
    /** The system bus. */
    SYSTEM_BUS,
    /** {@code initctl}, without a look at anything else. */
    INITCTL
  }

  /**
   * Whatever access there is; 10 seconds to connect, 60 of silence, and 25 for a login or an
   * answer.
   */
  public static final RemoteOptions DEFAULT =
      new RemoteOptions(
          Access.AUTOMATIC,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(25),
          "ssh");

  /**
   * Makes options.
   *
   * @param access what is reached at the other end
   * @param connecting how long ssh may take to connect
   * @param silence how long the other end may be silent
   * @param answering how long to wait for answers that don't depend on jobs
   * @param program the name or path of {@code ssh}
   * @throws IllegalArgumentException if connecting is less than a second, silence is less than 3,
   *     or answering is not more than 0
   */
  public RemoteOptions {
    if (connecting.toSeconds() < 1) {
      throw new IllegalArgumentException("Connecting needs at least a second: " + connecting);
    } else if (silence.toSeconds() < LEAST_SILENCE) {
      throw new IllegalArgumentException("Silence must be at least 3 seconds: " + silence);
    } else if (answering.isZero() || answering.isNegative()) {
      throw new IllegalArgumentException("A limit of time must be more than 0: " + answering);
    }
  }

  /**
   * {@return a copy with another access}
   *
   * @param other what is reached at the other end
   */
  public RemoteOptions withAccess(Access other) {
    return new RemoteOptions(other, connecting, silence, answering, program);
  }

  /**
   * {@return a copy with another limit for connecting}
   *
   * @param limit how long ssh may take to connect
   */
  public RemoteOptions withConnecting(Duration limit) {
    return new RemoteOptions(access, limit, silence, answering, program);
  }

  /**
   * {@return a copy with another limit for silence}
   *
   * @param limit how long the other end may be silent
   */
  public RemoteOptions withSilence(Duration limit) {
    return new RemoteOptions(access, connecting, limit, answering, program);
  }

  /**
   * {@return a copy with another limit for answers}
   *
   * @param limit how long to wait for answers that don't depend on jobs
   */
  public RemoteOptions withAnswering(Duration limit) {
    return new RemoteOptions(access, connecting, silence, limit, program);
  }

  /**
   * {@return a copy with another program}
   *
   * @param path the name or path of {@code ssh}; it must understand the options of OpenSSH
   */
  public RemoteOptions withProgram(String path) {
    return new RemoteOptions(access, connecting, silence, answering, path);
  }
}
