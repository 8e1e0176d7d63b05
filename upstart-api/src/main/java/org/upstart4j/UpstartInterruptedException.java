package org.upstart4j;

/**
 * The thread was interrupted while it waited; its interrupt status is set again. What it waited for
 * goes on in Upstart.
 */
public final class UpstartInterruptedException extends UpstartException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param what what the thread waited for, to complete "while waiting for"
   * @param cause the interruption
   */
  public UpstartInterruptedException(String what, InterruptedException cause) {
    super("Interrupted while waiting for " + what, cause);
  }
}
