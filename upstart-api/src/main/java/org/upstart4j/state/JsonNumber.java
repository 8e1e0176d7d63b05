package org.upstart4j.state;

import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one number of a JSON text. */
record JsonNumber(String text, int start) {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*+)(\\.[0-9]++)?+([eE][-+]?[0-9]++)?+");

  /** Returns a long, or a double if that is too small for it, and says where it has ended. */
  Object read(IntConsumer moveTo) {
    Matcher number = NUMBER.matcher(text).region(start, text.length());
    if (!number.lookingAt()) {
      throw StateSyntaxException.at(start, "a value is missing");
    }
    moveTo.accept(number.end());
    return number.group(1) == null && number.group(2) == null
        ? whole(number.group())
        : (Object) Double.valueOf(number.group());
  }

  private static Object whole(String digits) {
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException tooLong) {
      return Double.valueOf(digits);
    }
  }
}
