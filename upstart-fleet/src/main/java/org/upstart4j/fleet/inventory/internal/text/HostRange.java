package org.upstart4j.fleet.inventory.internal.text;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hosts of a text with ranges: {@code web[01:50:2]} and {@code db-[a:f]}, several of them each
 * with each.
 */
public final class HostRange {

  /** The most hosts that there may be, in one text and in one inventory. */
  public static final int MOST = 100_000;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final Pattern INTEGER = Pattern.compile("\\s*[-+]?[0-9]{1,18}\\s*");

  private final String text;
  private final Place place;
  private final List<String> hosts = new ArrayList<>();
  private int steps;

  private HostRange(String text, Place place) {
    this.text = text;
    this.place = place;
  }

  /**
   * {@return the hosts, in order; the text itself if it holds no range}
   *
   * @throws Fault if a range is wrong, or there are more than {@value #MOST} hosts
   */
  public static List<String> expand(String text, Place place) throws Fault {
    if (text.indexOf('[') < 0) {
      return List.of(text);
    }
    HostRange range = new HostRange(text, place);
    range.expandFirst(text);
    return range.hosts;
  }

  private void expandFirst(String name) throws Fault {
    int open = name.indexOf('[');
    int close = name.indexOf(']');
    if (close < open || name.indexOf('|') >= 0) {
      throw wrong("begins with [ and ends with ], and no | may be beside it");
    }
    String head = name.substring(0, open);
    String tail = name.substring(close + 1);
    String[] bounds = name.substring(open + 1, close).split(":", -1);
    if (bounds.length != 2 && bounds.length != 3) {
      throw wrong("is [FIRST:LAST] or [FIRST:LAST:STEP]");
    }
    String first = bounds[0].isEmpty() ? "0" : bounds[0];
    long step = integer(bounds.length == 2 ? "1" : bounds[2]);
    String format = format(first, bounds[1]);
    if (LETTERS.contains(first) && LETTERS.contains(bounds[1])) {
      letters(head, LETTERS.indexOf(first), LETTERS.indexOf(bounds[1]), step, tail);
    } else {
      numbers(head, integer(first), integer(bounds[1]), step, format, tail);
    }
  }

  /** Leading zeros say how many digits there are. */
  private String format(String first, String last) throws Fault {
    if (last.isEmpty()) {
      throw wrong("needs a last value");
    }
    if (!first.startsWith("0") || first.length() == 1) {
      return "%d";
    }
    if (first.length() != last.length()) {
      throw wrong("with leading zeros has a first and a last value of equal length");
    }
    return "%0" + first.length() + "d";
  }

  private void letters(String head, int first, int last, long step, String tail) throws Fault {
    if (first > last || step == 0) {
      throw wrong("goes from a first to a last letter, by steps of 1 or more");
    }
    for (long i = first; step > 0 && i <= last; i += step) {
      add(head + LETTERS.charAt((int) i) + tail);
    }
  }

  private void numbers(String head, long first, long last, long step, String format, String tail)
      throws Fault {
    if (step == 0) {
      throw wrong("has steps of 1 or more");
    }
    // The end is not part of Python's range: going down it stops one after the last value.
    BigInteger end = BigInteger.valueOf(last).add(BigInteger.ONE);
    BigInteger by = BigInteger.valueOf(step);
    BigInteger at = BigInteger.valueOf(first);
    while (at.compareTo(end) * by.signum() < 0) {
      add(head + String.format(Locale.ROOT, format, at) + tail);
      at = at.add(by);
    }
  }

  private void add(String name) throws Fault {
    if (++steps > 2 * MOST || hosts.size() == MOST) {
      throw new Fault(
          place, "\"" + text + "\" is more than " + MOST + " hosts, the most there may be");
    }
    if (name.indexOf('[') >= 0) {
      expandFirst(name);
    } else {
      hosts.add(name);
    }
  }

  private long integer(String digits) throws Fault {
    if (!INTEGER.matcher(digits).matches()) {
      throw wrong("goes from a number to a number or from a letter to a letter");
    }
    return Long.parseLong(digits.strip());
  }

  private Fault wrong(String rule) {
    return new Fault(place, "\"" + text + "\" has a wrong range; a range " + rule);
  }
}
