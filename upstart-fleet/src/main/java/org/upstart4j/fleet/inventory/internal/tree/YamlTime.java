package org.upstart4j.fleet.inventory.internal.tree;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times of YAML 1.1, written as Ansible writes them in JSON. */
final class YamlTime {

  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:[Tt]|[ \\t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})"
              + "(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9]{1,2})(?::([0-9]{2}))?))?)?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private YamlTime() {}

  /** {@return whether a text is a date, or a date with a time} */
  static boolean isTime(String text) {
    Matcher matcher = TIME.matcher(text);
    return matcher.matches() && (matcher.group(4) != null || DATE.matcher(text).matches());
  }

  /**
   * {@return the time in the form of ISO 8601}
   *
   * @throws IllegalArgumentException if there is no such day or hour
   */
  static String of(String text) {
    Matcher part = TIME.matcher(text);
    if (!part.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no time");
    }
    try {
      LocalDate date = LocalDate.of(number(part, 1), number(part, 2), number(part, 3));
      if (part.group(4) == null) {
        return date.toString();
      }
      int micros = micros(part.group(7));
      LocalDateTime time =
          date.atTime(number(part, 4), number(part, 5), number(part, 6), micros * 1000);
      String pattern = micros == 0 ? "uuuu-MM-dd'T'HH:mm:ss" : "uuuu-MM-dd'T'HH:mm:ss.SSSSSS";
      return DateTimeFormatter.ofPattern(pattern).format(time) + zone(part);
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException(
          "there is no time " + text + "; put it into quotes if it is a text", wrong);
    }
  }

  private static int number(Matcher part, int group) {
    return Integer.parseInt(part.group(group));
  }

  private static int micros(@Nullable String fraction) {
    return fraction == null || fraction.isEmpty()
        ? 0
        : Integer.parseInt((fraction + "00000").substring(0, 6));
  }

  private static String zone(Matcher part) {
    if (part.group(8) == null) {
      return "";
    }
    if (part.group(9) == null) {
      return "+00:00";
    }
    int hours = number(part, 10);
    int minutes = part.group(11) == null ? 0 : number(part, 11);
    return "%s%02d:%02d".formatted(part.group(9), hours, minutes);
  }
}
