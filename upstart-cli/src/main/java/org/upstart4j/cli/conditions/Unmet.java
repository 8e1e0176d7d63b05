package org.upstart4j.cli.conditions;

/**
 * Something that a condition waits for, and will never get.
 *
 * @param stanza {@code start on} or {@code stop on}
 * @param kind {@code event} or {@code job}
 * @param name the event's or the job's name
 */
public record Unmet(String stanza, String kind, String name) {

  @Override
  public String toString() {
    return "  " + stanza + ": unknown " + kind + " " + name;
  }
}
