package org.upstart4j.simulation;

import java.util.Arrays;
import java.util.BitSet;

/** The longest part of a sequence of different numbers that rises; what is not in it has moved. */
final class LongestRise {

  private LongestRise() {}

  /** Returns the places that belong to it. */
  static BitSet of(int[] numbers) {
    int[] ends = new int[numbers.length];
    int[] previous = new int[numbers.length];
    int length = 0;
    for (int i = 0; i < numbers.length; i++) {
      int at = place(numbers, ends, length, numbers[i]);
      previous[i] = at == 0 ? -1 : ends[at - 1];
      ends[at] = i;
      length = Math.max(length, at + 1);
    }
    BitSet places = new BitSet(numbers.length);
    for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
      places.set(i);
    }
    return places;
  }

  private static int place(int[] numbers, int[] ends, int length, int number) {
    int[] values = Arrays.stream(ends, 0, length).map(end -> numbers[end]).toArray();
    int found = Arrays.binarySearch(values, number);
    return found >= 0 ? found : -found - 1;
  }
}
