package org.upstart4j.jobfile.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a text that was read from a file stand in the file. Immutable; always asked
 * about one text.
 */
public final class TextMap {

  /** A part longer than this is counted once, as many places of a long line may be asked for. */
  private static final int LONG = 256;

  private final int[] textStarts;
  private final int[] fileStarts;
  private int @Nullable [] counted;

  private TextMap(int[] textStarts, int[] fileStarts) {
    this.textStarts = textStarts;
    this.fileStarts = fileStarts;
  }

  /** A text that stands in the file as it is. */
  public static TextMap ofOnePart(int fileStart) {
    return new TextMap(new int[] {0}, new int[] {fileStart});
  }

  /**
   * A text of parts.
   *
   * @param textStarts where each part starts in the text, in characters
   * @param fileStarts where it starts in the file, in bytes
   */
  public static TextMap ofParts(int[] textStarts, int[] fileStarts) {
    return new TextMap(textStarts, fileStarts);
  }

  /** A command that was joined from several lines: each of its characters is looked up in turn. */
  public static TextMap following(String text, byte[] source, int from, int to) {
    int[] textStarts = new int[text.length()];
    int[] fileStarts = new int[text.length()];
    int at = from;
    for (int i = 0; i < text.length(); i++) {
      char wanted = text.charAt(i);
      if (wanted != ' ') {
        int found = at;
        while (found < to && isSpace(source, found)) {
          found++;
        }
        at = found < to ? found : at;
      }
      textStarts[i] = i;
      fileStarts[i] = at;
      at = Math.min(at + bytes(text, i, i + 1), to);
    }
    return new TextMap(textStarts, fileStarts);
  }

  private static boolean isSpace(byte[] source, int at) {
    byte b = source[at];
    return Lexeme.isBlank(b)
        || b == '\n'
        || (b == '\\' && at + 1 < source.length && source[at + 1] == '\n');
  }

  /**
   * Where a character of the text stands in the file.
   *
   * @param text the text
   * @param index the character's offset; the text's length for its end
   * @return an offset in bytes
   */
  public int offset(String text, int index) {
    if (index < 0 || index > text.length()) {
      throw new IndexOutOfBoundsException(index);
    }
    int found = Arrays.binarySearch(textStarts, index);
    int part = Math.max(0, found >= 0 ? found : -found - 2);
    return part < fileStarts.length ? fileStarts[part] + length(text, textStarts[part], index) : 0;
  }

  private int length(String text, int from, int to) {
    if (to - from <= LONG) {
      return bytes(text, from, to);
    }
    int[] before = counted;
    if (before == null) {
      before = count(text);
      counted = before;
    }
    return before[to] - before[from];
  }

  /** How many bytes stand before each character; both halves of a pair count as the first. */
  private static int[] count(String text) {
    int[] before = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      boolean isSecond = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
      before[i + 1] = before[i] + (isSecond ? 0 : bytes(text, i, i + 1));
    }
    return before;
  }

  /** How many bytes some characters of a text are; a lone surrogate stands for one byte. */
  private static int bytes(String text, int from, int to) {
    int bytes = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        bytes += 4;
        i++;
      } else {
        bytes += c < 0x80 || Character.isSurrogate(c) ? 1 : c < 0x800 ? 2 : 3;
      }
    }
    return bytes;
  }
}
