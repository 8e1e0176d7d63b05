package org.upstart4j.analysis.finding;

import org.upstart4j.jobfile.SourceSpan;

/**
 * A change of a file's text.
 *
 * @param file the file's path within the folder
 * @param span what is replaced; nothing of length 0 where text is only added
 * @param replacement the new text; empty to take the old one away
 */
public record TextEdit(String file, SourceSpan span, String replacement) {}
