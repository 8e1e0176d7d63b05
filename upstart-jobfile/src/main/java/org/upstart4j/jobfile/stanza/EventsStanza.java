package org.upstart4j.jobfile.stanza;

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

  @Override
  public String slot() {
    return name + " on";
  }
}
