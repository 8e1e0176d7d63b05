package org.upstart4j.jobfile.internal.rule;

import org.upstart4j.jobfile.stanza.TypedStanza;

/** The rule of a stanza that needs a word, and is read from there. */
abstract class WordRule<S extends TypedStanza> extends ValueRule<S> {

  private final String expected;

  /** A rule for values of a type; what the word should be is for messages. */
  WordRule(Class<S> type, String expected) {
    super(type);
    this.expected = expected;
  }

  /** Reads the stanza, its first word having been taken. */
  abstract Reading read(String word, Words words);

  /** What the stanza changes even if the word is missing. */
  Change withoutWord() {
    return Change.NONE;
  }

  @Override
  public final Reading read(Words words) {
    String word = words.next(expected);
    return word == null ? Reading.failed(words.failure(), withoutWord()) : read(word, words);
  }
}
