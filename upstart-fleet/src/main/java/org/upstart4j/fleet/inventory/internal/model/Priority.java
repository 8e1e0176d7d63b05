package org.upstart4j.fleet.inventory.internal.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;

/** The number that {@code ansible_group_priority} is, as Python's {@code int} makes it. */
final class Priority {

  private static final Pattern DIGITS = Pattern.compile("\\s*[-+]?[0-9]{1,18}\\s*");

  private Priority() {}

  static long of(@Nullable Object value, Place place) throws Fault {
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.longValue();
    }
    if (value instanceof String text && DIGITS.matcher(text).matches()) {
      return Long.parseLong(text.strip());
    }
    throw new Fault(place, "ansible_group_priority is no whole number; write one");
  }
}
