package org.upstart4j.jobfile.stanza;

/**
 * The scheduling priority: {@code nice -5}.
 *
 * @param priority -20 to 19
 */
public record NiceStanza(int priority) implements TypedStanza {

  /**
   * Makes a scheduling priority.
   *
   * @param priority -20 to 19
   * @throws IllegalArgumentException if it is not from -20 to 19
   */
  public NiceStanza {
    if (priority < -20 || priority > 19) {
      throw new IllegalArgumentException("A nice value is from -20 to 19, not " + priority);
    }
  }

  @Override
  public StanzaName name() {
    return StanzaName.NICE;
  }
}
