package org.upstart4j.jobfile.internal.rule;

import java.util.Optional;

/**
 * Numbers as C's {@code strtol} and {@code strtoul} read them: blanks and a sign in front are fine,
 * an empty text is 0, and what is too large is an error.
 *
 * @param value the number read, cut to the nearest that fits if it is too large
 * @param valid whether the whole text is one number that fits
 */
record Numbers(long value, boolean valid) {

  static Numbers signed(String text) {
    return read(text, 10, true);
  }

  static Numbers unsigned(String text, int base) {
    return read(text, base, false);
  }

  /** The number as an exit status or a signal, if it can be one. */
  static Optional<Integer> status(String text) {
    Numbers number = unsigned(text, 10);
    boolean fits = number.valid && number.value >= 0 && number.value <= Integer.MAX_VALUE;
    return fits ? Optional.of((int) number.value) : Optional.empty();
  }

  private static Numbers read(String text, int base, boolean signed) {
    int at = 0;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    boolean negative = at < text.length() && text.charAt(at) == '-';
    if (at < text.length() && (negative || text.charAt(at) == '+')) {
      at++;
    }
    int digits = at;
    long value = 0;
    boolean overflow = false;
    for (; at < text.length() && isDigit(text.charAt(at), base); at++) {
      int digit = text.charAt(at) - '0';
      overflow |= Long.compareUnsigned(value, Long.divideUnsigned(-1 - digit, base)) > 0;
      value = value * base + digit;
    }
    boolean whole = at == text.length() && (at > digits || text.isEmpty());
    return signed
        ? ofSigned(value, negative, overflow, whole)
        : ofUnsigned(value, negative, overflow, whole);
  }

  private static Numbers ofSigned(long value, boolean negative, boolean overflow, boolean whole) {
    boolean tooLarge = overflow || (value < 0 && !(negative && value == Long.MIN_VALUE));
    if (tooLarge) {
      return new Numbers(negative ? Long.MIN_VALUE : Long.MAX_VALUE, false);
    }
    return new Numbers(negative ? -value : value, whole);
  }

  private static Numbers ofUnsigned(long value, boolean negative, boolean overflow, boolean whole) {
    if (overflow) {
      return new Numbers(-1, false);
    }
    return new Numbers(negative ? -value : value, whole);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isDigit(char c, int base) {
    return c >= '0' && c < '0' + base;
  }
}
