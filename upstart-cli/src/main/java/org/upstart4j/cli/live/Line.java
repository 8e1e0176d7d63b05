package org.upstart4j.cli.live;

import java.util.function.Consumer;
import org.upstart4j.cli.terminal.JsonLine;

/**
 * What the monitor tells of one change.
 *
 * @param kind its name
 * @param text the rest of the line
 * @param members the rest of the JSON object
 */
public record Line(String kind, String text, Consumer<JsonLine> members) {}
