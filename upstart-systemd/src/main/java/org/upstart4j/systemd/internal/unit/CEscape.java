package org.upstart4j.systemd.internal.unit;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.text.ByteText;

/** What a backslash and some characters stand for. */
final class CEscape {

  private static final String LETTERS = "abfnrtv\\\"'s";
  private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\\"' ";

  private final byte[] bytes;
  private final int length;

  private CEscape(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /** The bytes that it stands for. */
  byte[] bytes() {
    return bytes;
  }

  /** How many bytes follow the backslash. */
  int length() {
    return length;
  }

  /** Reads what follows a backslash; nothing if systemd does not know it. */
  static @Nullable CEscape at(byte[] value, int from) {
    int letter = LETTERS.indexOf(value[from]);
    if (letter >= 0) {
      return new CEscape(new byte[] {(byte) MEANINGS.charAt(letter)}, 1);
    }
    return switch (value[from]) {
      case 'x' -> oneByte(number(value, from + 1, 2, 16), 3);
      case 'u' -> character(number(value, from + 1, 4, 16), 5);
      case 'U' -> validCharacter(number(value, from + 1, 8, 16), 9);
      default -> oneByte(number(value, from, 3, 8), 3);
    };
  }

  private static @Nullable CEscape oneByte(long code, int length) {
    return code > 0 && code <= 0xff ? new CEscape(new byte[] {(byte) code}, length) : null;
  }

  private static @Nullable CEscape validCharacter(long code, int length) {
    return Utf8.isValid(code) ? character(code, length) : null;
  }

  private static @Nullable CEscape character(long code, int length) {
    return code > 0 ? new CEscape(encode((int) code), length) : null;
  }

  /** Encodes half a surrogate pair as if it were a character, as systemd does. */
  private static byte[] encode(int code) {
    if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
      return new byte[] {
        (byte) (0xe0 | (code >> 12)),
        (byte) (0x80 | ((code >> 6) & 0x3f)),
        (byte) (0x80 | (code & 0x3f))
      };
    }
    return Character.toString(code).getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a number of a fixed length; 0 if it is none, as systemd refuses 0 as well. */
  private static long number(byte[] value, int from, int digits, int radix) {
    if (from + digits > value.length) {
      return 0;
    }
    long number = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = value[i] < 0 ? -1 : Character.digit(value[i], radix);
      if (digit < 0) {
        return 0;
      }
      number = number * radix + digit;
    }
    return number;
  }

  /** Writes a character as systemd reads it back within a word. */
  static void write(int character, StringBuilder out) {
    int letter = MEANINGS.indexOf(character);
    if (character == ' ' || character == '\'' || (letter < 0 && Utf8.isPlain(character))) {
      out.appendCodePoint(character);
    } else if (letter >= 0) {
      out.append('\\').append(LETTERS.charAt(letter));
    } else {
      for (byte single : ByteText.encode(Character.toString(character))) {
        out.append(String.format("\\x%02x", single));
      }
    }
  }
}
