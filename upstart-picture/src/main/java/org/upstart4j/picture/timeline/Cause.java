package org.upstart4j.picture.timeline;

/**
 * An event that made an instance start or stop.
 *
 * @param event the event
 * @param isLast whether it set the change off: of all that the condition needed, it came last
 */
public record Cause(Occurrence event, boolean isLast) {}
