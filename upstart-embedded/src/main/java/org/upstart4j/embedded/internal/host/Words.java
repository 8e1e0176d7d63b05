package org.upstart4j.embedded.internal.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text as bytes, and bytes as words that get to a program whatever the locale is. */
public final class Words {

  private static final char LAST_ASCII = 0x7f;
  private static final int FIRST_RAW = 0xdc80;
  private static final int LAST_RAW = 0xdcff;

  private Words() {}

  /**
   * Returns a text's bytes: UTF-8, and for each lone surrogate U+DC80 to U+DCFF the byte that it
   * stands for.
   *
   * @param text the text
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

  /**
   * Returns a word in ASCII. One that holds a backslash or anything else than ASCII is written for
   * {@code printf %b}, every other one stays as it is. What follows a NUL is cut off, as the kernel
   * does.
   *
   * @param word a word
   * @return the same in ASCII
   */
  public static String encode(String word) {
    int end = word.indexOf('\0');
    String text = end < 0 ? word : word.substring(0, end);
    if (text.indexOf('\\') < 0 && text.chars().allMatch(c -> c <= LAST_ASCII)) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() * 2);
    for (byte b : bytes(text)) {
      if (b < 0) {
        encoded.append("\\0").append(Integer.toOctalString(b & 0xff));
      } else if (b == '\\') {
        encoded.append("\\\\");
      } else {
        encoded.append((char) b);
      }
    }
    return encoded.toString();
  }
}
