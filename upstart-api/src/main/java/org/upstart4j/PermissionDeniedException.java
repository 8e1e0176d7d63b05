package org.upstart4j;

/** The caller may not do that: Upstart or the bus refused it. */
public final class PermissionDeniedException extends UpstartException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error that Upstart would answer with.
   *
   * @param text what isn't allowed, in Upstart's words
   */
  public PermissionDeniedException(String text) {
    this(UpstartError.ofUpstart("PermissionDenied", text));
  }

  /**
   * Makes the error of an answer.
   *
   * @param error what Upstart or the bus answered
   */
  public PermissionDeniedException(UpstartError error) {
    super(error, error.text());
  }
}
