package org.upstart4j.jobfile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.text.ByteText;

/** The lines of a file, for positions in it. */
final class SourceLines {

  private static final int BLOCK = 1024;

  private final byte[] source;
  private final int[] starts;

  /** Counted when they are first needed; it does not matter which thread's are seen. */
  private int @Nullable [] characters;

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

  /** A line without its line break; empty if there is no such line. */
  String text(int line) {
    return line < 1 || line > starts.length
        ? ""
        : ByteText.decode(source, lineStart(line), lineEnd(line));
  }

  SourceSpan span(int start, int end) {
    int line = line(start);
    return new SourceSpan(start, end, line, column(lineStart(line), start));
  }

  private int column(int lineStart, int offset) {
    return 1 + characters(offset) - characters(lineStart);
  }

  /** How many characters stand before an offset, in the whole file. */
  private int characters(int offset) {
    int[] known = characters;
    if (known == null) {
      known = countCharacters();
      characters = known;
    }
    int block = offset / BLOCK;
    int from = characterStart(block * BLOCK);
    return known[block] + (from < offset ? count(from, offset) : 0);
  }

  /** For each block of the file, how many characters stand before it. */
  private int[] countCharacters() {
    int[] counts = new int[source.length / BLOCK + 1];
    for (int i = 1; i < counts.length; i++) {
      counts[i] = counts[i - 1] + count(characterStart((i - 1) * BLOCK), characterStart(i * BLOCK));
    }
    return counts;
  }

  /** The offset, or where the character starts that it is in the middle of. */
  private int characterStart(int offset) {
    for (int start = offset; start >= Math.max(0, offset - 3) && start < source.length; start--) {
      if ((source[start] & 0xc0) != 0x80) {
        return start;
      }
    }
    return offset;
  }

  private int count(int from, int to) {
    String between = ByteText.decode(source, from, to);
    return between.codePointCount(0, between.length());
  }
}
