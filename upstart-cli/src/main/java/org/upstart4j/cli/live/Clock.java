package org.upstart4j.cli.live;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Tells the time as ISO 8601 has it, to the millisecond. */
record Clock(ZoneId zone) {

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  /** The time of this place, or that of all places. */
  static Clock of(boolean utc) {
    return new Clock(utc ? ZoneOffset.UTC : ZoneId.systemDefault());
  }

  String now() {
    return OffsetDateTime.now(zone).format(ISO);
  }
}
