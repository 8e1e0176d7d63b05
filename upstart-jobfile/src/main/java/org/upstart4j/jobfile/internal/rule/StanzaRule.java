package org.upstart4j.jobfile.internal.rule;

import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.stanza.TypedStanza;

/**
 * The rule of a kind of stanza: how it is read, printed, applied to a job and told apart from
 * others. To add a stanza is to add a rule and to list it in {@link StanzaRules}.
 */
interface StanzaRule {

  /** Reads what follows the stanza's name, with Upstart's checks and in their order. */
  Reading read(Words words);

  /** Prints a stanza, given its name and the keyword after it, if it has one. */
  String print(String head, TypedStanza stanza);

  /** Says whether a value is of this kind. */
  boolean covers(TypedStanza stanza);

  /** Says why a stanza, once printed, is not read as it was. */
  String objection(TypedStanza stanza, @Nullable Failure failure);

  /**
   * What a malformed stanza is about: its {@link TypedStanza#slot()} as far as its first two words
   * tell.
   */
  default String slot(String name, String secondWord) {
    return name;
  }

  /** Says whether several stanzas of one slot add up; otherwise the last one counts. */
  default boolean addsUp() {
    return false;
  }
}
