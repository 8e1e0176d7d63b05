package org.upstart4j.jobfile.stanza;

import java.time.Duration;

/**
 * How long a process has between the kill signal and KILL: {@code kill timeout SECONDS}.
 *
 * @param timeout whole seconds, 0 or more
 */
public record KillTimeoutStanza(Duration timeout) implements TypedStanza {

  /**
   * Makes a kill time-out.
   *
   * @param timeout whole seconds, 0 or more
   * @throws IllegalArgumentException if it is negative or not a whole number of seconds
   */
  public KillTimeoutStanza {
    Seconds.check("kill timeout", timeout);
  }

  @Override
  public StanzaName name() {
    return StanzaName.KILL;
  }

  @Override
  public String slot() {
    return "kill timeout";
  }
}
