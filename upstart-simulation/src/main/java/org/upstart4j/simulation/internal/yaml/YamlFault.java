package org.upstart4j.simulation.internal.yaml;

/** A text is no YAML, or more than is read here. */
public final class YamlFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient YamlPlace place;

  /** Makes one. */
  public YamlFault(YamlPlace place, String reason) {
    super(reason);
    this.place = place;
  }

  /** Where it is. */
  public YamlPlace place() {
    return place;
  }
}
