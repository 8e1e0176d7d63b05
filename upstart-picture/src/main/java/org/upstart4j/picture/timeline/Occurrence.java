package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.Optional;
import org.upstart4j.Event;

/**
 * An event, as it happened once.
 *
 * @param number its place among all events of the timeline, from 0
 * @param event the event
 * @param at when it was emitted; if that is not exact, the latest time at which it can have been
 * @param isExact whether that time is known exactly
 * @param finished when all that it set off had happened; nothing if that is not known
 * @param isFromOutside whether it is known to come from neither Upstart nor a job's process
 * @param by the row of the instance that it came from, if that is known
 */
public record Occurrence(
    int number,
    Event event,
    Duration at,
    boolean isExact,
    Optional<Duration> finished,
    boolean isFromOutside,
    Optional<String> by) {}
