package org.upstart4j.analysis.internal.shell;

/**
 * A comment.
 *
 * @param start the offset of its {@code #}
 * @param end the offset of the end of its line
 */
public record ShellComment(int start, int end) {}
