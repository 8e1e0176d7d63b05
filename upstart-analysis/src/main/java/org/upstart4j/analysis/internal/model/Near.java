package org.upstart4j.analysis.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names that are spelled most like another one. */
public final class Near {

  private static final int ALIKE = 2;
  private static final int LONGEST = 60;

  private Near() {}

  /** The names that differ in at most two characters, the nearest first. */
  public static List<String> names(String text, Collection<String> names) {
    record Candidate(String name, int distance) {}
    List<Candidate> near = new ArrayList<>();
    for (String name : names) {
      int most = Math.min(ALIKE, Math.min(name.length(), text.length()) / 2);
      if (Math.abs(name.length() - text.length()) <= most && text.length() <= LONGEST) {
        int distance = distance(name, text);
        if (distance <= most) {
          near.add(new Candidate(name, distance));
        }
      }
    }
    near.sort(Comparator.comparing(Candidate::distance).thenComparing(Candidate::name));
    return near.stream().map(Candidate::name).toList();
  }

  /** How many characters must be added, removed or replaced to make one text of the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
