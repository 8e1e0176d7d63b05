package org.upstart4j.jobfile.stanza;

import java.util.EnumSet;
import java.util.Set;

/**
 * A stanza without an argument: task, respawn, manual, debug.
 *
 * @param name which one
 */
public record FlagStanza(StanzaName name) implements TypedStanza {

  /**
   * Makes a stanza without an argument.
   *
   * @param name which one
   * @throws IllegalArgumentException if stanzas of that name need one
   */
  public FlagStanza {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("A " + name + " stanza does not stand alone");
    }
  }

  private static final Set<StanzaName> NAMES =
      EnumSet.of(StanzaName.TASK, StanzaName.RESPAWN, StanzaName.MANUAL, StanzaName.DEBUG);
}
