package org.upstart4j.picture.graph;

/**
 * The stanza that something in a picture comes from.
 *
 * @param file the file's path within its folder, such as {@code web.conf}
 * @param line the stanza's first line, from 1
 * @param text the stanza as it stands there, with its line breaks
 */
public record SourceLine(String file, int line, String text) {}
