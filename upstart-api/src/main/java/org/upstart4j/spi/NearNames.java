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
  private static final int FAR = 2 * LONGEST;

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

  /**
   * How many characters must be added, removed, replaced or swapped to come to the other text; any
   * number above {@link #ALIKE} if it is more than that. So only what is near the diagonal counts,
   * and thousands of names are compared quickly.
   */
  private static int distance(String one, String other) {
    int[] before = row(other);
    int[] last = row(other);
    int[] row = row(other);
    for (int j = 0; j <= Math.min(ALIKE, other.length()); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      if (fill(row, last, before, one, i, other) > ALIKE) {
        return FAR;
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[other.length()];
  }

  private static int[] row(String other) {
    int[] row = new int[other.length() + 1];
    Arrays.fill(row, FAR);
    return row;
  }

  /** Computes the next row near the diagonal; returns the least of it and of the last one. */
  private static int fill(int[] row, int[] last, int[] before, String one, int i, String other) {
    Arrays.fill(row, FAR);
    int least = FAR;
    for (int j = Math.max(0, i - ALIKE); j <= Math.min(other.length(), i + ALIKE); j++) {
      row[j] = j == 0 ? i : cell(row, last, before, one, i, other, j);
      least = Math.min(least, Math.min(row[j], last[j]));
    }
    return least;
  }

  private static int cell(
      int[] row, int[] last, int[] before, String one, int i, String other, int j) {
    int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    int cell = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
    return i > 1 && j > 1 && isSwapped(one, i, other, j) ? Math.min(cell, before[j - 2] + 1) : cell;
  }

  private static boolean isSwapped(String one, int i, String other, int j) {
    return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
