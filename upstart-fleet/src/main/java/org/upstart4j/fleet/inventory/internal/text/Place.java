package org.upstart4j.fleet.inventory.internal.text;

/**
 * Where something stands.
 *
 * @param source the file, or the list of hosts
 * @param line from 1, or 0 for no line
 */
public record Place(String source, int line) {

  /** {@return the source as a whole} */
  public static Place of(String source) {
    return new Place(source, 0);
  }

  /** {@return a line of the same source} */
  public Place at(int otherLine) {
    return new Place(source, otherLine);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
