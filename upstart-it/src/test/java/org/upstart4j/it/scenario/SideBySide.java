package org.upstart4j.it.scenario;

import java.util.List;

/** Two texts side by side, with a mark at each line that only one of them has. */
final class SideBySide {

  private final List<String> left;
  private final List<String> right;
  private final int width;
  private final StringBuilder text = new StringBuilder();

  private SideBySide(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
    this.width = Math.max(8, left.stream().mapToInt(String::length).max().orElse(0));
  }

  static String of(List<String> wanted, List<String> got) {
    SideBySide both = new SideBySide(shorten(wanted), shorten(got));
    both.line(' ', "WANTED", "GOT");
    both.print();
    return both.text.toString();
  }

  private static List<String> shorten(List<String> lines) {
    return lines.stream().map(line -> line.replace("/com/ubuntu/Upstart", "~")).toList();
  }

  private void print() {
    int[][] common = common();
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
        line(' ', left.get(i++), right.get(j++));
      } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
        line('-', left.get(i++), "");
      } else {
        line('+', "", right.get(j++));
      }
    }
  }

  /** The length of the longest common subsequence from each place on. */
  private int[][] common() {
    int[][] common = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        common[i][j] =
            left.get(i).equals(right.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private void line(char mark, String wanted, String got) {
    String line = "  " + mark + " " + wanted + " ".repeat(width - wanted.length()) + " | " + got;
    text.append(line.stripTrailing()).append('\n');
  }
}
