package org.upstart4j.analysis.reason;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One event that a condition names, and whether it has come.
 *
 * @param wanted the event as the condition names it, for example {@code started db}
 * @param isMet whether it has come
 * @param by the event that came, with its variables; nothing if it has not come
 * @param since about how long ago it came; nothing if it has not, or Upstart has not kept it
 * @param isWaitedFor whether somebody waits for the end of that event, which the condition holds
 * @param from who can emit it: jobs, or a part of the platform; empty if nobody is known to
 */
public record Part(
    String wanted,
    boolean isMet,
    Optional<String> by,
    Optional<Duration> since,
    boolean isWaitedFor,
    List<String> from) {}
