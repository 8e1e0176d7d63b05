package org.upstart4j;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Upstart. Versions compare by their numbers: 1.9 is less than 1.13.
 *
 * @param text all that Upstart says, for example {@code init (upstart 1.13.2)}
 */
public record Version(String text) implements Comparable<Version> {

  private static final String NUMBERS = "\\d{1,9}(?:\\.\\d{1,9})*";

  /**
   * Returns the numbers of the version.
   *
   * @return for example 1, 13, 2; empty if the text holds none
   */
  public List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    Matcher matcher = Pattern.compile(NUMBERS).matcher(text);
    if (matcher.find()) {
      for (String number : matcher.group().split("\\.", -1)) {
        numbers.add(Integer.valueOf(number));
      }
    }
    return numbers;
  }

  /**
   * Says whether this version is that one or a later one.
   *
   * @param numbers the version to compare with, for example 1, 13
   * @return whether it is
   */
  public boolean isAtLeast(int... numbers) {
    List<Integer> wanted = new ArrayList<>();
    for (int number : numbers) {
      wanted.add(number);
    }
    return compare(numbers(), wanted) >= 0;
  }

  /**
   * Compares the numbers, and the texts where the numbers are equal.
   *
   * @param other another version
   * @return less than, equal to or greater than 0
   */
  @Override
  public int compareTo(Version other) {
    return Comparator.comparing(Version::numbers, Version::compare)
        .thenComparing(Version::text)
        .compare(this, other);
  }

  private static int compare(List<Integer> left, List<Integer> right) {
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      int order = Integer.compare(at(left, i), at(right, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int at(List<Integer> numbers, int place) {
    return place < numbers.size() ? numbers.get(place) : 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
