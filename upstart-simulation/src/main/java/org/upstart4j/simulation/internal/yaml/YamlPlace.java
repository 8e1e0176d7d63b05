package org.upstart4j.simulation.internal.yaml;

/**
 * A place in a text.
 *
 * @param line the line, from 1
 * @param column the character within the line, from 1
 */
public record YamlPlace(int line, int column) {

  /** The beginning of a text. */
  public static final YamlPlace START = new YamlPlace(1, 1);
}
