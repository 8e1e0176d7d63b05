package org.upstart4j.spi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Words as a POSIX shell reads them, and as they reach a program whatever the locale is. */
public final class ShellSpelling {

  private static final char LAST_ASCII = 0x7f;
  private static final int FIRST_RAW = 0xdc80;
  private static final int LAST_RAW = 0xdcff;

  private ShellSpelling() {}

  /**
   * Quotes a word, so that a shell takes it as it is.
   *
   * @param word any word
   * @return the word in single quotes
   */
  public static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /**
   * Spells a word in ASCII, for {@code printf %b}.
   *
   * @param word any word
   * @return the same word, with escapes for backslashes and for all that is not ASCII
   */
  public static String inAscii(String word) {
    if (word.indexOf('\\') < 0 && word.chars().allMatch(c -> c <= LAST_ASCII)) {
      return word;
    }
    StringBuilder spelled = new StringBuilder(word.length() * 2);
    for (byte b : bytes(word)) {
      if (b < 0) {
        spelled.append("\\0").append(Integer.toOctalString(b & 0xff));
      } else if (b == '\\') {
        spelled.append("\\\\");
      } else {
        spelled.append((char) b);
      }
    }
    return spelled.toString();
  }

  /**
   * Encodes a text in UTF-8, but each lone surrogate U+DC80 to U+DCFF as the byte that it stands
   * for.
   *
   * @param text any text
   * @return its bytes
   */
  public static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point >= FIRST_RAW && point <= LAST_RAW) {
        bytes.write(point);
      } else {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
