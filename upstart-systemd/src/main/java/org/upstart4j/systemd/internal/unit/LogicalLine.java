package org.upstart4j.systemd.internal.unit;

import java.util.Arrays;
import org.upstart4j.jobfile.internal.text.ByteText;

/** A comment, or a line with those that continue it, as one text without blanks around it. */
public final class LogicalLine {

  private static final int TOO_LONG = 1 << 20;

  private final int start;
  private final boolean isComment;
  private int end;
  private boolean isContinued;
  private int longest;

  /** The text, and where each of its bytes stands in the file. */
  private byte[] text = new byte[64];

  private int[] offsets = new int[64];
  private int length;

  LogicalLine(int start, boolean isComment) {
    this.start = start;
    this.isComment = isComment;
  }

  /** Takes up a line, be it a comment, which adds nothing to the text. */
  void reach(int lineLength, int lineEnd) {
    longest = Math.max(longest, lineLength);
    end = lineEnd;
  }

  /** Appends a line; a last backslash becomes a blank. */
  void append(byte[] source, int from, int to) {
    isContinued = false;
    reserve(to - from);
    for (int i = from; i < to; i++) {
      isContinued = source[i] == '\\' && !isContinued;
      text[length] = source[i];
      offsets[length++] = i;
    }
    if (isContinued) {
      text[length - 1] = ' ';
    }
  }

  private void reserve(int more) {
    if (length + more > text.length) {
      int size = Math.max(text.length * 2, length + more);
      text = Arrays.copyOf(text, size);
      offsets = Arrays.copyOf(offsets, size);
    }
  }

  /** Where its first line starts. */
  public int start() {
    return start;
  }

  /** Where its last line ends, with what ends it. */
  public int end() {
    return end;
  }

  /** Whether it is a comment, which has no text. */
  public boolean isComment() {
    return isComment;
  }

  /** Whether its last line is to be continued. */
  public boolean isContinued() {
    return isContinued;
  }

  /** Whether systemd refuses the file, as one of its lines or the whole text is too long. */
  public boolean isTooLong() {
    return longest >= TOO_LONG || length > TOO_LONG;
  }

  /** The position in the text where the blanks before it end; its length if it has only blanks. */
  public int from() {
    return skipBlanks(0, length);
  }

  /** The position in the text where the blanks after it start. */
  public int to() {
    return trimBlanks(from(), length);
  }

  /** Where the byte at a position of the text stands in the file. */
  public int offset(int position) {
    return offsets[position];
  }

  /** Where the last byte before the end of the text stands in the file. */
  public int lastOffset() {
    return length == 0 ? start : offsets[length - 1];
  }

  /** A part of the text. */
  public String text(int from, int to) {
    return ByteText.decode(text, from, to);
  }

  /** The first position that is no blank. */
  public int skipBlanks(int from, int to) {
    int i = from;
    while (i < to && Blank.is(text[i])) {
      i++;
    }
    return i;
  }

  /** The position after the last one that is no blank. */
  public int trimBlanks(int from, int to) {
    int i = to;
    while (i > from && Blank.is(text[i - 1])) {
      i--;
    }
    return i;
  }

  /** The first position of a byte; the end if there is none. */
  public int find(char wanted, int from, int to) {
    int i = from;
    while (i < to && text[i] != wanted) {
      i++;
    }
    return i;
  }
}
