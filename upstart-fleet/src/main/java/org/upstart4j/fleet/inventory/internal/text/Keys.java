package org.upstart4j.fleet.inventory.internal.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The names that keys of Python's dictionaries get in JSON. */
public final class Keys {

  private Keys() {}

  /** {@return the name of a key} */
  public static String name(@Nullable Object key) {
    if (key == null) {
      return "null";
    }
    return key instanceof Double real ? real(real) : key.toString();
  }

  /** Python writes an exponent from 1e16 on and below 1e-4, and then with two digits at least. */
  private static String real(double real) {
    if (Double.isInfinite(real)) {
      return real > 0 ? "Infinity" : "-Infinity";
    }
    double size = Math.abs(real);
    String text = Double.toString(real);
    int e = text.indexOf('E');
    if (Double.isNaN(real) || e < 0) {
      return text;
    }
    if (size >= 1e-4 && size < 1e16) {
      String plain = new BigDecimal(text).toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String digits = text.substring(0, e);
    int exponent = Integer.parseInt(text.substring(e + 1));
    return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits)
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}
