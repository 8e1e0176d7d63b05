package org.upstart4j.simulation.scenario;

import java.time.Duration;
import org.upstart4j.Event;
import org.upstart4j.simulation.internal.yaml.YamlNode;
import org.upstart4j.simulation.internal.yaml.YamlPlace;

/**
 * An event that comes from outside, and not from a job.
 *
 * @param event the event
 * @param after how long after the beginning it is emitted
 */
public record OutsideEvent(Event event, Duration after) {

  /**
   * Reads an event as it stands in a scenario: its name, and its variables after it. A value with
   * blanks stands in quotes.
   *
   * @param text for example {@code net-device-up IFACE=eth0}
   * @return the event, at the beginning
   * @throws ScenarioSyntaxException if the text is no event; its place says nothing then
   */
  public static OutsideEvent parse(String text) {
    YamlNode node = new YamlNode.Text(YamlPlace.START, text, false);
    return new OutsideEvent(CommandText.event(node, "an event"), Duration.ZERO);
  }
}
