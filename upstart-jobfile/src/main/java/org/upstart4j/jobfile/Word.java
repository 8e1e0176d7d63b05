package org.upstart4j.jobfile;

/**
 * A word of a stanza, and where it stands.
 *
 * @param text the word as Upstart reads it, without quotes and escapes
 * @param operator whether it joins parts of a condition: {@code and}, {@code or}, a parenthesis
 * @param span the word as it is written, with its quotes
 */
public record Word(String text, boolean operator, SourceSpan span) {}
