package org.upstart4j.fleet.inventory.internal.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes one token of a literal of Python after the other. */
final class PythonScanner {

  private static final char END = '\0';

  private static final Pattern PREFIX = Pattern.compile("(?i)(?:[urb]|br|rb)(?=['\"])");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]+");
  private static final Pattern NUMBER =
      Pattern.compile(
          "0[xX](?<hex>(?:_?[0-9a-fA-F])++)|0[oO](?<octal>(?:_?[0-7])++)|0[bB](?<binary>(?:_?[01])++)"
              + "|(?<real>(?:D?\\.D|D\\.)(?:[eE][-+]?D)?|D[eE][-+]?D)|(?<whole>0(?:_?0)*+|[1-9](?:_?[0-9])*+|D(?=[jJ]))"
                  .replace("D", "(?:[0-9](?:_?[0-9])*+)"));

  private final String text;
  private int at;
  private boolean imaginary;

  PythonScanner(String text) {
    this.text = text;
  }

  /** The next character that is no blank, or {@link #END}. */
  char peek() {
    while (at < text.length() && " \t\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '#') {
      at = text.length();
    }
    return at < text.length() ? text.charAt(at) : END;
  }

  boolean atEnd() {
    peek();
    return at == text.length();
  }

  void skip() {
    at++;
  }

  boolean take(char character) {
    boolean there = !atEnd() && peek() == character;
    if (there) {
      at++;
    }
    return there;
  }

  boolean take(String word) {
    boolean there = text.startsWith(word, at);
    if (there) {
      at += word.length();
    }
    return there;
  }

  void need(char character) throws NoLiteral {
    if (!take(character)) {
      throw new NoLiteral();
    }
  }

  String name() throws NoLiteral {
    return matched(NAME).group();
  }

  /** Whether the number before was one like {@code 2j}. */
  boolean wasImaginary() {
    return imaginary;
  }

  Number number() throws NoLiteral {
    Matcher found = matched(NUMBER);
    imaginary = at < text.length() && "jJ".indexOf(text.charAt(at)) >= 0;
    if (imaginary) {
      at++;
    }
    if (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      throw new NoLiteral();
    }
    try {
      return value(found);
    } catch (NumberFormatException tooLong) {
      throw new NoLiteral();
    }
  }

  private static Number value(Matcher found) {
    String digits = found.group().replace("_", "");
    if (found.group("real") != null) {
      return Double.parseDouble(digits);
    }
    if (found.group("whole") != null) {
      return Numbers.of(digits, 10);
    }
    String prefix = digits.substring(1, 2).toLowerCase(Locale.ROOT);
    return Numbers.of(digits.substring(2), prefix.equals("x") ? 16 : prefix.equals("o") ? 8 : 2);
  }

  boolean atText() {
    return PREFIX.matcher(text).region(at, text.length()).useTransparentBounds(true).lookingAt();
  }

  /** Adjacent texts are one text. */
  Object texts() throws NoLiteral {
    Object all = text();
    while (peek() == '\'' || peek() == '"' || atText()) {
      Object next = text();
      if (all instanceof String before && next instanceof String after) {
        all = before + after;
      } else if (all instanceof PythonBytes before && next instanceof PythonBytes after) {
        all = new PythonBytes(before.characters() + after.characters());
      } else {
        throw new NoLiteral();
      }
    }
    return all;
  }

  private Object text() throws NoLiteral {
    String prefix = atText() ? matched(PREFIX).group().toLowerCase(Locale.ROOT) : "";
    String quote = text.substring(at, at + 1);
    if (text.startsWith(quote.repeat(3), at)) {
      quote = quote.repeat(3);
    }
    int start = at + quote.length();
    int end = start;
    while (!text.startsWith(quote, end)) {
      end += end < text.length() && text.charAt(end) == '\\' ? 2 : 1;
      if (end >= text.length()) {
        throw new NoLiteral();
      }
    }
    at = end + quote.length();
    String raw = text.substring(start, end);
    boolean bytes = prefix.contains("b");
    if (bytes && raw.chars().anyMatch(character -> character > 127)) {
      throw new NoLiteral();
    }
    String value = prefix.contains("r") ? raw : PythonEscapes.undo(raw, bytes);
    return bytes ? new PythonBytes(value) : value;
  }

  private Matcher matched(Pattern pattern) throws NoLiteral {
    Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      throw new NoLiteral();
    }
    at = matcher.end();
    return matcher;
  }
}
