package org.upstart4j.systemd.internal.unit;

/** Which characters systemd takes in the text of a unit. */
public final class Utf8 {

  private Utf8() {}

  /** Whether it is a character to systemd, which knows neither surrogates nor noncharacters. */
  public static boolean isValid(long code) {
    return code <= Character.MAX_CODE_POINT
        && (code & ~0x7ffL) != Character.MIN_SURROGATE
        && (code < 0xfdd0 || code > 0xfdef)
        && (code & 0xfffe) != 0xfffe;
  }

  /** Whether systemd takes all characters of a text. */
  public static boolean isValid(String text) {
    return text.codePoints().allMatch(Utf8::isValid);
  }

  /** Whether a character may stand in a file as it is: it is seen, and commands no terminal. */
  static boolean isPlain(int code) {
    return isValid(code)
        && switch (Character.getType(code)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
