package org.upstart4j.spi;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the names that may have been meant by one that is unknown. */
public final class NearNames {

  private static final int LONGEST = 64;
  private static final int ALIKE = 2;
  private static final int MOST = 3;

  private NearNames() {}

  /**
   * Returns the names that are spelled most like another one.
   *
   * @param names the names that there are
   * @param unknown what was written
   * @return at most three names, all equally near, sorted
   */
  public static List<String> of(Collection<String> names, String unknown) {
    if (unknown.length() > LONGEST) {
      return List.of();
    }
    List<Near> near =
        names.stream()
            .filter(name -> Math.abs(name.length() - unknown.length()) <= ALIKE)
            .map(name -> new Near(name, distance(name, unknown)))
            .filter(one -> one.distance <= Math.min(ALIKE, one.name.length() / 2))
            .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
            .toList();
    return near.stream()
        .filter(one -> one.distance == near.get(0).distance)
        .limit(MOST)
        .map(Near::name)
        .toList();
  }

  /**
   * Proposes the names that are spelled most like another one.
   *
   * @param names the names that there are
   * @param unknown what was written
   * @return for example {@code did you mean web or wee?}; nothing if no name is near
   */
  public static Optional<String> proposal(Collection<String> names, String unknown) {
    List<String> near = of(names, unknown);
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of(near.stream().collect(Collectors.joining(" or ", "did you mean ", "?")));
  }

  private record Near(String name, int distance) {}

  /** How many characters must be added, removed, replaced or swapped to come to the other text. */
  private static int distance(String one, String other) {
    int[] before = new int[0];
    int[] last = new int[other.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1 && j > 1 && isSwapped(one, i, other, j)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[other.length()];
  }

  private static boolean isSwapped(String one, int i, String other, int j) {
    return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
