package org.upstart4j.fleet.inventory.internal.tree;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.text.Numbers;

/**
 * What a scalar means in YAML 1.1, which Ansible reads: {@code yes}, {@code 0644}, {@code 1:30}.
 */
final class YamlScalar {

  private static final String PREFIX = "tag:yaml.org,2002:";

  private static final Pattern TRUE = Pattern.compile("yes|Yes|YES|true|True|TRUE|on|On|ON");
  private static final Pattern FALSE = Pattern.compile("no|No|NO|false|False|FALSE|off|Off|OFF");
  private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
  private static final Pattern WHOLE =
      Pattern.compile(
          "[-+]?(?:0b[0-1_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+"
              + "|[1-9][0-9_]*(?::[0-5]?[0-9]){1,99})");
  private static final Pattern REAL =
      Pattern.compile(
          "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
              + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,99}\\.[0-9_]*"
              + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

  private YamlScalar() {}

  /**
   * {@return the value}
   *
   * @param tag the tag, or {@code !} for a text in quotes, or nothing
   * @throws IllegalArgumentException if it does not fit to its tag, or the tag is unknown
   */
  static @Nullable Object value(String text, String tag) {
    return switch (tag) {
      case "" -> plain(text);
      case "!", PREFIX + "str" -> text;
      case "!unsafe" -> new Unsafe(text);
      case "!vault", "!vault-encrypted" -> new Vault(text);
      case PREFIX + "null" -> null;
      case PREFIX + "bool" -> truth(text.toLowerCase(Locale.ROOT));
      case PREFIX + "int" -> whole(text);
      case PREFIX + "float" -> real(text);
      default ->
          throw new IllegalArgumentException(
              "the tag " + tag + " is not read here; remove it, or put the value into quotes");
    };
  }

  private static @Nullable Object plain(String text) {
    if (NULL.matcher(text).matches()) {
      return null;
    }
    if (TRUE.matcher(text).matches() || FALSE.matcher(text).matches()) {
      return truth(text.toLowerCase(Locale.ROOT));
    }
    if (text.equals("=") || text.equals("<<")) {
      throw new IllegalArgumentException(
          "a lone " + text + " has a meaning in YAML; put it into quotes");
    }
    if (WHOLE.matcher(text).matches()) {
      return whole(text);
    }
    if (REAL.matcher(text).matches()) {
      return real(text);
    }
    return YamlTime.isTime(text) ? YamlTime.of(text) : text;
  }

  private static boolean truth(String word) {
    if (TRUE.matcher(word).matches()) {
      return true;
    }
    if (FALSE.matcher(word).matches()) {
      return false;
    }
    throw new IllegalArgumentException("\"" + word + "\" is neither true nor false");
  }

  private static Number whole(String text) {
    boolean negative = text.startsWith("-");
    String digits = unsigned(text);
    try {
      Number size = size(digits);
      return negative ? Numbers.negative(size) : size;
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("\"" + text + "\" is no number", wrong);
    }
  }

  private static Number size(String digits) {
    if (digits.startsWith("0b")) {
      return Numbers.of(digits.substring(2), 2);
    }
    if (digits.startsWith("0x")) {
      return Numbers.of(digits.substring(2), 16);
    }
    if (digits.indexOf(':') >= 0) {
      BigInteger sum = BigInteger.ZERO;
      for (String part : digits.split(":", -1)) {
        sum = sum.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
      }
      return Numbers.of(sum);
    }
    boolean octal = digits.startsWith("0") && digits.length() > 1;
    return Numbers.of(digits, octal ? 8 : 10);
  }

  private static Number real(String text) {
    String digits = unsigned(text).toLowerCase(Locale.ROOT);
    double size;
    try {
      size = digits.indexOf(':') >= 0 ? sexagesimal(digits) : decimal(digits);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("\"" + text + "\" is no number", wrong);
    }
    return text.startsWith("-") ? -size : size;
  }

  private static double decimal(String digits) {
    return switch (digits) {
      case ".inf" -> Double.POSITIVE_INFINITY;
      case ".nan" -> Double.NaN;
      default -> Double.parseDouble(digits);
    };
  }

  private static double sexagesimal(String digits) {
    double sum = 0;
    for (String part : digits.split(":", -1)) {
      sum = sum * 60 + Double.parseDouble(part);
    }
    return sum;
  }

  private static String unsigned(String text) {
    String digits = text.replace("_", "");
    return digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
  }
}
