package org.upstart4j.jobfile.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.upstart4j.jobfile.internal.text.ByteText;

/**
 * From the bytes of a token to the value that Upstart's library makes of them, its faults included.
 */
public final class Lexeme {

  /** The bytes of a command that do not just stand for themselves. */
  private static final boolean[] SPECIAL_IN_COMMAND = special("\0\n\\");

  private static final boolean[] SPECIAL_IN_WORD = special("\0\n\\\"'");

  private Lexeme() {}

  private static boolean[] special(String characters) {
    boolean[] special = new boolean[256];
    Arrays.fill(special, 0x80, 0x100, true); // they may be parts of characters
    characters.chars().forEach(c -> special[c] = true);
    return special;
  }

  /** The value of a word: quotes and escapes are gone, line breaks are blanks. */
  public static String word(byte[] source, int from, int to) {
    return value(source, from, to, true);
  }

  /** The value of a command or of a word that may not be quoted: quotes and escapes stay. */
  public static String raw(byte[] source, int from, int to) {
    return value(source, from, to, false);
  }

  private static String value(byte[] source, int from, int to, boolean dequote) {
    if (isPlain(source, from, to, dequote)) {
      return new String(source, from, to - from, StandardCharsets.ISO_8859_1);
    }
    if (dequote && isQuoted(source, from, to) && isPlain(source, from + 1, to - 1, true)) {
      return new String(source, from + 1, to - from - 2, StandardCharsets.ISO_8859_1);
    }
    Unquoted unquoted = new Unquoted(source, from, to, dequote);
    return ByteText.decode(unquoted.bytes(), 0, unquoted.length());
  }

  private static boolean isPlain(byte[] source, int from, int to, boolean dequote) {
    boolean[] special = dequote ? SPECIAL_IN_WORD : SPECIAL_IN_COMMAND;
    for (int i = from; i < to; i++) {
      if (special[source[i] & 0xff]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuoted(byte[] source, int from, int to) {
    return to - from >= 2
        && (source[from] == '"' || source[from] == '\'')
        && source[from] == source[to - 1];
  }

  /** Says whether Upstart finds a word empty, and so missing. */
  public static boolean isMissing(byte[] source, int from, int to) {
    boolean quoted = source[from] == '"' || source[from] == '\'';
    return quoted
        && !isPlain(source, from + 1, from + 2, true) // one ordinary character is enough to count
        && new Unquoted(source, from, to, true).countedLength() == 0;
  }

  /** Says whether Upstart's library takes a byte for a blank. */
  public static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == 0;
  }

  /**
   * One token without its quotes and escapes. A backslash in front of an ordinary character stays;
   * if blanks stand before the backslash, Upstart's library copies one byte too late, so that the
   * first blank is lost and the backslash doubled. Both are kept here.
   */
  private static final class Unquoted {

    private final byte[] source;
    private final boolean dequote;
    private final byte[] target;
    private final int counted;
    private int length;
    private int blanks;
    private int dropped;
    private boolean newline;
    private boolean slash;
    private byte quote;

    Unquoted(byte[] source, int from, int to, boolean dequote) {
      this.source = source;
      this.dequote = dequote;
      this.target = new byte[to - from + 2];
      for (int p = from; p < to; p++) {
        step(p, source[p]);
      }
      counted = to - from - dropped - blanks;
    }

    private void step(int p, byte b) {
      if (slash) {
        slash = false;
        escaped(p, b);
      } else if (b == '\\') {
        slash = true;
      } else if (quote == 0 ? b == '"' || b == '\'' : b == quote) {
        quote = quote == 0 ? b : 0;
        copyBlanks(p - blanks);
        putMark(b);
      } else if (b == '\n') {
        newline = true;
      } else if (isBlank(b)) {
        blanks++;
      } else {
        copyBlanks(p - blanks);
        put(b);
      }
    }

    private void escaped(int p, byte b) {
      if (b == '\n') {
        dropped++;
        newline = true;
      } else if (b == '\\' || isBlank(b)) {
        copyBlanks(p - blanks - 1);
        putMark((byte) '\\');
        put(b);
      } else {
        put((byte) '\\');
        copyBlanks(p - blanks);
        put(b);
      }
    }

    private void put(byte b) {
      target[length++] = b;
    }

    /** A quote, or a backslash in front of what needs one. */
    private void putMark(byte b) {
      if (dequote) {
        dropped++;
      } else {
        put(b);
      }
    }

    private void copyBlanks(int from) {
      if (newline) {
        dropped += blanks;
        put((byte) ' ');
      } else {
        System.arraycopy(source, from, target, length, blanks);
        length += blanks;
      }
      blanks = 0;
      newline = false;
    }

    byte[] bytes() {
      return target;
    }

    /** The length up to the first NUL, where a string of C ends. */
    int length() {
      for (int i = 0; i < length; i++) {
        if (target[i] == 0) {
          return i;
        }
      }
      return length;
    }

    /** The length that Upstart's library counts, which is too large around line breaks. */
    int countedLength() {
      return counted;
    }
  }
}
