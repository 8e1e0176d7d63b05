package org.upstart4j.jobfile.stanza;

import java.util.List;

/**
 * A stanza of one or more words: emits, export, and ChromeOS's import and tmpfiles. Several such
 * stanzas add up.
 *
 * @param name which one
 * @param words the words
 */
public record ListStanza(StanzaName name, List<String> words) implements TypedStanza {

  /**
   * Makes a stanza of one or more words.
   *
   * @param name which one
   * @param words the words
   * @throws IllegalArgumentException if stanzas of that name do not take a list of words
   */
  public ListStanza {
    if (!name.takes(Argument.WORDS)) {
      throw new IllegalArgumentException("A " + name + " stanza is not a list of words");
    }
    words = List.copyOf(words);
  }
}
