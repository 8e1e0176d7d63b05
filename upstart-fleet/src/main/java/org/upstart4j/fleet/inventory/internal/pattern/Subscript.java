package org.upstart4j.fleet.inventory.internal.pattern;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;

/**
 * A pattern and which of its hosts are meant: {@code web[0]}, {@code web[-1]}, {@code web[0:4]},
 * {@code web[2:]}.
 *
 * @param pattern the pattern before it
 * @param first the first of the hosts, from 0; from the end if it is negative; null for all
 * @param last the last one; -1 for the last of all, null for the first one only
 */
record Subscript(String pattern, @Nullable Integer first, @Nullable Integer last) {

  private static final Pattern FORM =
      Pattern.compile("(.+)\\[(?:(-?[0-9]{1,9})|([0-9]{1,9})[:-]([0-9]{0,9}))]", Pattern.DOTALL);

  static Subscript of(String pattern) {
    Matcher form = FORM.matcher(pattern);
    if (pattern.startsWith("~") || !form.matches()) {
      return new Subscript(pattern, null, null);
    }
    if (form.group(2) != null) {
      return new Subscript(form.group(1), Integer.valueOf(form.group(2)), null);
    }
    int last = form.group(4).isEmpty() ? -1 : Integer.parseInt(form.group(4));
    return new Subscript(form.group(1), Integer.valueOf(form.group(3)), last == 0 ? null : last);
  }

  /**
   * {@return those of the hosts that are meant}
   *
   * @throws Fault if there are fewer
   */
  <T> List<T> of(List<T> hosts, Place place) throws Fault {
    if (first == null || hosts.isEmpty()) {
      return hosts;
    }
    if (last == null) {
      int index = first < 0 ? hosts.size() + first : first;
      if (index < 0 || index >= hosts.size()) {
        throw new Fault(
            place,
            pattern
                + "["
                + first
                + "] is none of the "
                + hosts.size()
                + " hosts of \""
                + pattern
                + "\"; the first one is [0]");
      }
      return List.of(hosts.get(index));
    }
    int end = last == -1 ? hosts.size() : Math.min(hosts.size(), last + 1);
    return first < end ? hosts.subList(first, end) : List.of();
  }
}
