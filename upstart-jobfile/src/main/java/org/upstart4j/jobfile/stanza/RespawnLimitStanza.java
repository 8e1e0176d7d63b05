package org.upstart4j.jobfile.stanza;

import java.time.Duration;

/**
 * How often the main process may be restarted: {@code respawn limit COUNT SECONDS}. It does not
 * turn restarting on.
 *
 * @param count restarts within the interval; 0 for any number
 * @param interval whole seconds
 */
public record RespawnLimitStanza(int count, Duration interval) implements TypedStanza {

  /** No limit: {@code respawn limit unlimited}. */
  public static final RespawnLimitStanza UNLIMITED = new RespawnLimitStanza(0, Duration.ZERO);

  /**
   * Makes a limit on restarts.
   *
   * @param count restarts within the interval; 0 for any number
   * @param interval whole seconds
   * @throws IllegalArgumentException if a number is negative, or the interval has fractions of a
   *     second
   */
  public RespawnLimitStanza {
    if (count < 0) {
      throw new IllegalArgumentException("A respawn limit is 0 or more, not " + count);
    }
    Seconds.check("respawn limit", interval);
  }

  @Override
  public StanzaName name() {
    return StanzaName.RESPAWN;
  }

  @Override
  public String slot() {
    return "respawn limit";
  }
}
