package org.upstart4j.dbus;

import org.upstart4j.UpstartUnavailableException;

/**
 * A host is reached over ssh, but nothing there can join ssh's streams with Upstart's socket: it
 * has neither Python nor Perl nor socat, or its shell does not run what it is told. Its Upstart may
 * still be reached through its {@code initctl}.
 */
public final class NoBridgeException extends UpstartUnavailableException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param message which host it is, and why there is no bridge
   */
  public NoBridgeException(String message) {
    super(message, null);
  }
}
