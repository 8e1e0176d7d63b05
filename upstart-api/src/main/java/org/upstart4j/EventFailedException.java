package org.upstart4j;

/** A job that the event started or stopped has failed. */
public final class EventFailedException extends UpstartException {

  private static final long serialVersionUID = 1L;

  private final String event;

  /**
   * Makes the error that Upstart would answer with.
   *
   * @param event the event's name
   */
  public EventFailedException(String event) {
    this(UpstartError.ofUpstart("EventFailed", "Event failed"), event);
  }

  /**
   * Makes the error of an answer.
   *
   * @param error what Upstart answered
   * @param event the event's name
   */
  public EventFailedException(UpstartError error, String event) {
    super(error, error.text() + ": " + event);
    this.event = event;
  }

  /**
   * Returns the event's name.
   *
   * @return the name
   */
  public String event() {
    return event;
  }
}
