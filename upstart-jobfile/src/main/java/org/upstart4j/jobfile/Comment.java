package org.upstart4j.jobfile;

/**
 * A comment in a job file, and where it stands.
 *
 * @param text what stands after the number sign
 * @param span the comment with its number sign
 */
public record Comment(String text, SourceSpan span) {}
