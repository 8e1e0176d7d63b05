package org.upstart4j.jobfile;

import java.util.Arrays;
import org.upstart4j.jobfile.internal.Lexeme;

/** The lines of a file, for positions in it. */
final class SourceLines {

  private final byte[] source;
  private final int[] starts;

  /** Only a shortcut, so that it does not matter which thread's is seen. */
  private Column lastColumn = new Column(-1, 0);

  SourceLines(byte[] source) {
    this.source = source;
    this.starts = starts(source);
  }

  private static int[] starts(byte[] source) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < source.length; i++) {
      if (source[i] == '\n') {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  byte[] source() {
    return source;
  }

  /** The line of an offset, from 1. */
  int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  int lineStart(int line) {
    return starts[line - 1];
  }

  /** Where the line ends, without its line break. */
  int lineEnd(int line) {
    int end = line < starts.length ? starts[line] - 1 : source.length;
    return end > lineStart(line) && source[end - 1] == '\r' ? end - 1 : end;
  }

  SourceSpan span(int start, int end) {
    int line = line(start);
    return new SourceSpan(start, end, line, column(lineStart(line), start));
  }

  /** The column of an offset. Counts from the last one that was asked for, if that helps. */
  private int column(int lineStart, int offset) {
    Column known = lastColumn;
    boolean near = known.offset >= lineStart && known.offset <= offset;
    int from = near ? known.offset : lineStart;
    String between = Lexeme.decode(source, from, offset);
    int column = (near ? known.column : 1) + between.codePointCount(0, between.length());
    lastColumn = new Column(offset, column);
    return column;
  }

  private record Column(int offset, int column) {}
}
