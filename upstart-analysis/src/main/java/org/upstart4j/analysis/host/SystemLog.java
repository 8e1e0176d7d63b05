package org.upstart4j.analysis.host;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.spi.LoggedMessage;

/** A file into which a syslog daemon writes what Upstart logs, among much else. */
final class SystemLog {

  /** When, at which host, and what; the kernel's time is left out. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^([A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d|\\d{4}-\\d\\d-\\d\\dT\\S+) \\S+ (.*)$");

  private static final Pattern UPSTART =
      Pattern.compile("(?:kernel: (?:\\[ *\\d+\\.\\d+\\] )?)?init(?:\\[1\\])?: (.*)");

  private final MachineClock clock;

  SystemLog(MachineClock clock) {
    this.clock = clock;
  }

  LogLines parse(String text) {
    List<LoggedMessage> messages = new ArrayList<>();
    Optional<Duration> reach = Optional.empty();
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      Optional<Duration> ago = when(line.group(1)).map(clock::since);
      Matcher said = UPSTART.matcher(line.group(2));
      if (ago.isPresent() && said.matches()) {
        messages.add(new LoggedMessage(ago.get(), said.group(1)));
      }
      reach = reach.or(() -> ago);
    }
    return new LogLines(List.copyOf(messages), reach, 0);
  }

  private Optional<Instant> when(String stamp) {
    try {
      return Optional.of(
          Character.isDigit(stamp.charAt(0))
              ? OffsetDateTime.parse(stamp).toInstant()
              : withoutYear(stamp));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** The old form has no year: it is this one, unless that would be in days to come. */
  private Instant withoutYear(String stamp) {
    Instant now = clock.wall().instant();
    int year = now.atZone(clock.zone()).getYear();
    Instant thisYear = at(stamp, year);
    return thisYear.isAfter(now.plus(Duration.ofDays(1))) ? at(stamp, year - 1) : thisYear;
  }

  private Instant at(String stamp, int year) {
    DateTimeFormatter form =
        new DateTimeFormatterBuilder()
            .appendPattern("MMM ppd HH:mm:ss")
            .parseDefaulting(ChronoField.YEAR, year)
            .toFormatter(Locale.ENGLISH);
    return LocalDateTime.parse(stamp, form).atZone(clock.zone()).toInstant();
  }
}
