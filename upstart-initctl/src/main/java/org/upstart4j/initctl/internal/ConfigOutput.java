package org.upstart4j.initctl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.event.EventExpression;

/**
 * What {@code initctl show-config} prints of one job.
 *
 * @param emits the events that it emits
 * @param startOn what starts it
 * @param stopOn what stops it
 */
public record ConfigOutput(
    List<String> emits, Optional<EventExpression> startOn, Optional<EventExpression> stopOn) {

  private static final String EMITS = "  emits ";
  private static final String START_ON = "  start on ";
  private static final String STOP_ON = "  stop on ";

  /** Makes a copy of the events. */
  public ConfigOutput {
    emits = List.copyOf(emits);
  }

  /**
   * Reads it.
   *
   * @param text what was printed
   * @param job the job's name
   * @throws IllegalArgumentException if that is anything else
   */
  public static ConfigOutput parse(String text, String job) {
    List<String> lines = List.of(StatusOutput.withoutLineEnd(text).split("\n", -1));
    if (!lines.get(0).equals(job)) {
      throw new IllegalArgumentException("Not the configuration of " + job);
    }
    List<String> emits = new ArrayList<>();
    Optional<EventExpression> startOn = Optional.empty();
    Optional<EventExpression> stopOn = Optional.empty();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(EMITS)) {
        emits.add(line.substring(EMITS.length()));
      } else if (line.startsWith(START_ON)) {
        startOn = Optional.of(ConditionOutput.parse(line.substring(START_ON.length())));
      } else if (line.startsWith(STOP_ON)) {
        stopOn = Optional.of(ConditionOutput.parse(line.substring(STOP_ON.length())));
      } else {
        throw new IllegalArgumentException("Not a line of a job's configuration: " + line);
      }
    }
    return new ConfigOutput(emits, startOn, stopOn);
  }
}
