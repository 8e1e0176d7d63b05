package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why something did not happen earlier: each step had to wait for the next one.
 *
 * @param goal what the path leads to: a job's or an instance's name, or an event's
 * @param steps the steps, from the goal back to where it all began; none if nothing is known
 */
public record CriticalPath(String goal, List<Step> steps) {

  /**
   * Makes a path.
   *
   * @param goal what it leads to
   * @param steps the steps, from the goal backwards
   */
  public CriticalPath {
    steps = List.copyOf(steps);
  }

  /**
   * A part of the path.
   *
   * @param what what was reached, for people, as in {@code web runs}
   * @param row the row of the instance that it is about; nothing if it is an event
   * @param at when it was reached
   * @param waited how long the instance waited for others meanwhile; what it waited for last is the
   *     next step
   * @param worked how long processes of the instance worked meanwhile
   * @param because the event that began it, for people; empty if that is not known, or if the step
   *     is itself an event
   */
  public record Step(
      String what,
      Optional<String> row,
      Duration at,
      Duration waited,
      Duration worked,
      String because) {

    /** {@return how long it took} */
    public Duration took() {
      return waited.plus(worked);
    }
  }

  /**
   * Says whether the path leads through a row.
   *
   * @param row the row's name
   * @return whether it does
   */
  public boolean leadsThrough(String row) {
    return steps.stream().anyMatch(step -> step.row().equals(Optional.of(row)));
  }
}
