package org.upstart4j.jobfile.stanza;

import org.jspecify.annotations.Nullable;
import org.upstart4j.event.EventExpression;

/**
 * When the job starts or stops: {@code start on}, {@code stop on}.
 *
 * @param name start or stop
 * @param events the condition
 */
public record EventsStanza(StanzaName name, EventExpression events) implements TypedStanza {

  /**
   * Makes a condition for starting or stopping.
   *
   * @param name start or stop
   * @param events the condition
   * @throws IllegalArgumentException if the name is neither start nor stop
   */
  public EventsStanza {
    if (!name.takes(Argument.CONDITION)) {
      throw new IllegalArgumentException("Conditions start or stop a job; they do not " + name);
    }
  }

  /** By hand, as what a record makes for itself takes a short command 20 ms. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventsStanza that && name == that.name && events.equals(that.events);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + events.hashCode();
  }

  @Override
  public String slot() {
    return name + " on";
  }
}
