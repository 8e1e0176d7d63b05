package org.upstart4j.jobfile.stanza;

/**
 * The file creation mask: {@code umask 022}.
 *
 * @param mask 0 to 0777
 */
public record UmaskStanza(int mask) implements TypedStanza {

  /**
   * Makes a file creation mask.
   *
   * @param mask 0 to 0777
   * @throws IllegalArgumentException if it is not from 0 to 0777
   */
  public UmaskStanza {
    if (mask < 0 || mask > 0777) {
      throw new IllegalArgumentException("A umask is from 0 to 0777, not " + mask);
    }
  }

  @Override
  public StanzaName name() {
    return StanzaName.UMASK;
  }
}
