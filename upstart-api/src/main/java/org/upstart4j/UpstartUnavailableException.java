package org.upstart4j;

import org.jspecify.annotations.Nullable;

/**
 * No Upstart can be reached: none runs, the connection broke, or it was closed. A way of reaching
 * one may know more, and say it in a subclass.
 */
public non-sealed class UpstartUnavailableException extends UpstartException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param message what could not be reached, and why
   * @param cause the transport's own exception, if there is one
   */
  public UpstartUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
