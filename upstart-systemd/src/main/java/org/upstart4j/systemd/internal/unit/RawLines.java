package org.upstart4j.systemd.internal.unit;

import java.util.Arrays;

/**
 * The lines of a file. Besides line feeds, systemd ends a line at carriage returns and NULs, and
 * takes different ones of them that follow each other as one end.
 */
public final class RawLines {

  private final byte[] source;
  private int[] starts = new int[16];
  private int[] textEnds = new int[16];
  private int count;

  /** Finds the lines of a file. */
  public RawLines(byte[] source) {
    this.source = source;
    int start = 0;
    while (start < source.length) {
      int textEnd = start;
      while (textEnd < source.length && !isEnd(source[textEnd])) {
        textEnd++;
      }
      add(start, textEnd);
      start = afterEnd(textEnd);
    }
  }

  private static boolean isEnd(byte c) {
    return c == '\n' || c == '\r' || c == '\0';
  }

  private void add(int start, int textEnd) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      textEnds = Arrays.copyOf(textEnds, count * 2);
    }
    starts[count] = start;
    textEnds[count++] = textEnd;
  }

  private int afterEnd(int textEnd) {
    boolean feed = false;
    boolean carriage = false;
    for (int i = textEnd; i < source.length; i++) {
      if (source[i] == '\0') {
        return i + 1;
      }
      if (!isEnd(source[i]) || (source[i] == '\n' ? feed : carriage)) {
        return i;
      }
      feed |= source[i] == '\n';
      carriage |= source[i] == '\r';
    }
    return source.length;
  }

  /** How many lines there are; a file that is empty has none. */
  public int count() {
    return count;
  }

  /** Where a line starts. */
  public int start(int line) {
    return line < count ? starts[line] : source.length;
  }

  /** Where the text of a line ends. */
  public int textEnd(int line) {
    return textEnds[line];
  }

  /** Where a line ends, with what ends it. */
  public int end(int line) {
    return start(line + 1);
  }

  /**
   * The line of an offset, from 0; the last one for what stands after a text without a line end.
   */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, 0, count, offset);
    int line = found >= 0 ? found : -found - 2;
    boolean isAfterLast = offset == source.length && (count == 0 || textEnds[count - 1] < offset);
    return isAfterLast ? count : line;
  }
}
