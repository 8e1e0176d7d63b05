package org.upstart4j.fleet.inventory.internal.model;

import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;

/** How much work an inventory may cause: few lines can nest many groups in each other. */
public final class Effort {

  private static final long MOST = 5_000_000;

  private final Place place;
  private long spent;

  /**
   * Makes the effort of one piece of work.
   *
   * @param place what the work is done for
   */
  public Effort(Place place) {
    this.place = place;
  }

  /**
   * Counts some steps.
   *
   * @throws Fault if they are too many
   */
  public void spend(long steps) throws Fault {
    spent += steps;
    if (spent > MOST) {
      throw new Fault(
          place, "groups, hosts and variables are too many in each other; take an inventory apart");
    }
  }
}
