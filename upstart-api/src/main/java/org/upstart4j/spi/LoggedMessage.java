package org.upstart4j.spi;

import java.time.Duration;

/**
 * A message that an Upstart has logged, in its own words: {@code web goal changed from stop to
 * start}.
 *
 * @param ago how long ago that was, not negative
 * @param text the message: one line, without control characters
 */
public record LoggedMessage(Duration ago, String text) {}
