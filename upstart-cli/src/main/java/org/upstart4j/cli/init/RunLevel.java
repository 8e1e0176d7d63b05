package org.upstart4j.cli.init;

import java.util.function.Predicate;
import org.upstart4j.Event;

/** The runlevel that was entered last, as the events tell. */
final class RunLevel implements Predicate<Event> {

  private volatile String last = "N";

  /** Returns it; {@code N} if none was entered. */
  String last() {
    return last;
  }

  /** Takes note of an event, and lets it pass. */
  @Override
  public boolean test(Event event) {
    if (event.name().equals("runlevel")) {
      event.variables().get("RUNLEVEL").ifPresent(level -> last = level);
    }
    return true;
  }
}
