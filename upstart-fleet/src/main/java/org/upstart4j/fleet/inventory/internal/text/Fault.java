package org.upstart4j.fleet.inventory.internal.text;

/** An inventory can't be read, or a pattern can't be used. */
public final class Fault extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Place place;

  /**
   * Makes the fault.
   *
   * @param place where
   * @param message what is wrong, and what to do
   */
  public Fault(Place place, String message) {
    super(message);
    this.place = place;
  }

  /** {@return where it is} */
  public Place place() {
    return place;
  }
}
