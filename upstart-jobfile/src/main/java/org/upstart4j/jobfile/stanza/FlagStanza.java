package org.upstart4j.jobfile.stanza;

import org.jspecify.annotations.Nullable;

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
    if (!name.takes(Argument.NONE)) {
      throw new IllegalArgumentException("A " + name + " stanza does not stand alone");
    }
  }

  /** By hand, as what a record makes for itself takes a short command 20 ms. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FlagStanza that && name == that.name;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
