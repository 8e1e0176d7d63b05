package org.upstart4j.fleet.rolling;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of many hosts: a number of them, or so many percent.
 *
 * @param number how many hosts, or how many percent
 * @param isPercent whether the number is in percent
 */
public record Share(int number, boolean isPercent) {

  private static final int WHOLE = 100;
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})(%?)");

  /**
   * Makes a share.
   *
   * @param number how many hosts, or how many percent
   * @param isPercent whether the number is in percent
   * @throws IllegalArgumentException if the number is less than 1, or more than 100 percent
   */
  public Share {
    if (number < 1 || (isPercent && number > WHOLE)) {
      throw new IllegalArgumentException(
          "A share is at least 1, and at most 100%: " + number + (isPercent ? "%" : ""));
    }
  }

  /**
   * {@return a number of hosts}
   *
   * @param number how many
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Share of(int number) {
    return new Share(number, false);
  }

  /**
   * {@return so many percent of the hosts}
   *
   * @param number from 1 to 100
   * @throws IllegalArgumentException if it is anything else
   */
  public static Share percent(int number) {
    return new Share(number, true);
  }

  /**
   * {@return what a text says}
   *
   * @param text for example {@code 5} or {@code 10%}
   * @throws IllegalArgumentException if it is neither
   */
  public static Share parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "A share is a number of hosts or percent, such as 5 or 10%: \"" + text + '"');
    }
    return new Share(Integer.parseInt(matcher.group(1)), !matcher.group(2).isEmpty());
  }

  /**
   * {@return how many hosts that is: percent are rounded down, and it is at least 1}
   *
   * @param all how many hosts there are
   */
  public int among(int all) {
    return isPercent ? Math.max(1, (int) ((long) all * number / WHOLE)) : number;
  }

  /** {@return as it is written: {@code 5} or {@code 10%}} */
  @Override
  public String toString() {
    return number + (isPercent ? "%" : "");
  }
}
