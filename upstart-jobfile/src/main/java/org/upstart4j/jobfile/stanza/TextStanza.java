package org.upstart4j.jobfile.stanza;

/**
 * A stanza of one text: description, author, version, usage, instance, chroot, chdir, setuid,
 * setgid.
 *
 * @param name which one
 * @param text the text
 */
public record TextStanza(StanzaName name, String text) implements TypedStanza {

  /**
   * Makes a stanza of one text.
   *
   * @param name which one
   * @param text the text
   * @throws IllegalArgumentException if stanzas of that name do not take one text
   */
  public TextStanza {
    if (!name.takes(Argument.TEXT)) {
      throw new IllegalArgumentException("A " + name + " stanza is not one text");
    }
  }
}
