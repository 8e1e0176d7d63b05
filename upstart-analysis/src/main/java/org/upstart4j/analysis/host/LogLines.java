package org.upstart4j.analysis.host;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.upstart4j.spi.LoggedMessage;

/**
 * What a log of the system holds.
 *
 * @param messages those of Upstart, oldest first
 * @param reach how long ago its first line was written; nothing if it has none
 * @param lost how many lines of Upstart it says it has left out
 */
record LogLines(List<LoggedMessage> messages, Optional<Duration> reach, long lost) {

  static final LogLines NONE = new LogLines(List.of(), Optional.empty(), 0);
}
