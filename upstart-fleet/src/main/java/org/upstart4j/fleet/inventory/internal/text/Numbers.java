package org.upstart4j.fleet.inventory.internal.text;

import java.math.BigInteger;

/** Whole numbers of any size: a {@link Long} if they fit, otherwise a {@link BigInteger}. */
public final class Numbers {

  /** Python reads no decimal number with more digits. */
  public static final int MOST_DIGITS = 4300;

  private Numbers() {}

  /** {@return the number in the smaller of the two classes} */
  public static Number of(BigInteger number) {
    return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
  }

  /**
   * {@return the number that digits stand for}
   *
   * @throws NumberFormatException if they are no digits, or too many decimal ones
   */
  public static Number of(String digits, int radix) {
    if (radix == 10 && digits.length() > MOST_DIGITS) {
      throw new NumberFormatException("more than " + MOST_DIGITS + " digits");
    }
    return of(new BigInteger(digits, radix));
  }

  /** {@return the number with the other sign} */
  public static Number negative(Number number) {
    if (number instanceof Double real) {
      return -real;
    }
    return of(new BigInteger(number.toString()).negate());
  }
}
