package org.upstart4j.cli.check;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.SourceSpan;

/** Counts columns in UTF-16 code units, in which some characters take two. */
final class Utf16Places {

  private final JobFile file;
  private final int[] lineBreaks;

  /** Where the characters start that take two units. */
  private final int[] doubles;

  Utf16Places(JobFile file) {
    byte[] bytes = file.toBytes();
    this.file = file;
    this.lineBreaks = places(bytes, at -> bytes[at] == '\n');
    this.doubles = places(bytes, at -> isDouble(bytes, at));
  }

  private static int[] places(byte[] bytes, IntPredicate wanted) {
    return IntStream.range(0, bytes.length).filter(wanted).toArray();
  }

  /** Whether a character of four bytes starts there, as UTF-8 has them. */
  private static boolean isDouble(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if (first < 0xf0 || first > 0xf4 || at + 3 >= bytes.length) {
      return false;
    }
    int second = bytes[at + 1] & 0xff;
    return second >= (first == 0xf0 ? 0x90 : 0x80)
        && second <= (first == 0xf4 ? 0x8f : 0xbf)
        && (bytes[at + 2] & 0xc0) == 0x80
        && (bytes[at + 3] & 0xc0) == 0x80;
  }

  /** The line of an offset, from 1. */
  int line(int offset) {
    return before(lineBreaks, offset) + 1;
  }

  /** The column of an offset in its line, from 1. */
  int column(int offset) {
    SourceSpan span = file.span(offset, offset);
    int breaks = before(lineBreaks, offset);
    int lineStart = breaks == 0 ? 0 : lineBreaks[breaks - 1] + 1;
    return span.column() + before(doubles, offset) - before(doubles, lineStart);
  }

  private static int before(int[] places, int offset) {
    int found = Arrays.binarySearch(places, offset);
    return found >= 0 ? found : -found - 1;
  }
}
