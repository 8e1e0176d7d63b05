package org.upstart4j.cli.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes many names of hosts in few words: {@code web[1-3,7], db}. */
final class HostNames {

  /** A number of more digits counts nothing. */
  private static final int MOST_DIGITS = 9;

  private static final int NO_NUMBER = -1;

  private HostNames() {}

  /**
   * A name by its last number.
   *
   * @param before what stands before the number
   * @param digits the number, empty in a name without any
   * @param after what stands after it
   */
  private record Counted(String before, String digits, String after) {

    static Counted of(String name) {
      int end = name.length();
      while (end > 0 && !isDigit(name.charAt(end - 1))) {
        end--;
      }
      int start = end;
      while (start > 0 && isDigit(name.charAt(start - 1))) {
        start--;
      }
      return end == 0 || end - start > MOST_DIGITS
          ? new Counted(name, "", "")
          : new Counted(name.substring(0, start), name.substring(start, end), name.substring(end));
    }

    private static boolean isDigit(char character) {
      return character >= '0' && character <= '9';
    }

    boolean isPadded() {
      return digits.startsWith("0");
    }

    /** Its family if that is padded. */
    Family padded() {
      return new Family(before, after, digits.length());
    }

    /** Names that count on from each other have the same one. */
    Family family(Set<Family> padded) {
      if (digits.isEmpty()) {
        return new Family(before, after, NO_NUMBER);
      }
      return padded.contains(padded()) ? padded() : new Family(before, after, 0);
    }
  }

  /**
   * Names that differ only in a number.
   *
   * @param before what stands before the number
   * @param after what stands after it
   * @param width how many digits it is padded to
   */
  private record Family(String before, String after, int width) {

    String digits(int number) {
      String digits = String.valueOf(number);
      return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    String name(String digits) {
      return before + digits + after;
    }
  }

  /** The names, those that differ only in a number together, at the place of the first one. */
  static String folded(Collection<String> names) {
    Set<Family> padded = new HashSet<>();
    for (String name : names) {
      Counted counted = Counted.of(name);
      if (counted.isPadded()) {
        padded.add(counted.padded());
      }
    }
    Map<Family, SortedSet<Integer>> families = new LinkedHashMap<>();
    for (String name : names) {
      Counted counted = Counted.of(name);
      SortedSet<Integer> numbers =
          families.computeIfAbsent(counted.family(padded), first -> new TreeSet<>());
      if (!counted.digits.isEmpty()) {
        numbers.add(Integer.valueOf(counted.digits));
      }
    }
    List<String> words = new ArrayList<>();
    families.forEach((family, numbers) -> words.add(word(family, List.copyOf(numbers))));
    return String.join(", ", words);
  }

  private static String word(Family family, List<Integer> numbers) {
    return switch (numbers.size()) {
      case 0 -> family.name("");
      case 1 -> family.name(family.digits(numbers.get(0)));
      default -> family.name("[" + ranges(family, numbers) + "]");
    };
  }

  private static String ranges(Family family, List<Integer> numbers) {
    List<String> ranges = new ArrayList<>();
    for (int first = 0; first < numbers.size(); ) {
      int last = first;
      while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
        last++;
      }
      String begin = family.digits(numbers.get(first));
      ranges.add(last == first ? begin : begin + "-" + family.digits(numbers.get(last)));
      first = last + 1;
    }
    return String.join(",", ranges);
  }
}
