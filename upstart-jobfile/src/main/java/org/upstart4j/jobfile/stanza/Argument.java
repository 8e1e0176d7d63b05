package org.upstart4j.jobfile.stanza;

/** What stands after the name in the forms that stanzas share. */
enum Argument {
  /** Nothing. */
  NONE,
  /** One text. */
  TEXT,
  /** One word or more. */
  WORDS,
  /** A condition on events, after {@code on}. */
  CONDITION,
  /** A signal, after {@code signal}. */
  SIGNAL,
  /** None of these: the stanza has a form of its own. */
  OTHER
}
