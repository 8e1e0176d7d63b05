package org.upstart4j.fleet;

/**
 * What is known of a host tells no way to reach it: a variable makes no sense, or its address could
 * be taken for something else. The message names the host, the variable, and what to write.
 */
public final class InvalidHostException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String host;

  /**
   * Makes the error.
   *
   * @param host the host's name
   * @param what what is wrong and what to write instead, a whole sentence
   */
  public InvalidHostException(String host, String what) {
    super("Host " + host + ": " + what);
    this.host = host;
  }

  /** {@return the host's name} */
  public String host() {
    return host;
  }
}
