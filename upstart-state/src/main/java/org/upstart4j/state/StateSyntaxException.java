package org.upstart4j.state;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text is no state of an Upstart. The message says where: a line and a column, or the path of a
 * value.
 */
public final class StateSyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** How Gson tells what is wrong, and where. */
  private static final Pattern TOLD =
      Pattern.compile("(?s)(?<what>.*?) at (?<place>line \\d+ column \\d+ path [^\n]*).*");

  /** What Gson says, as an advice, of most texts that are no JSON. */
  private static final String ADVICE = "Use JsonReader.";

  private StateSyntaxException(String message) {
    super(message);
  }

  /** Makes the error of a text that is no JSON. */
  static StateSyntaxException noJson(Exception wrong, String path) {
    String message = String.valueOf(wrong.getMessage());
    Matcher told = TOLD.matcher(message);
    if (!told.matches()) {
      return new StateSyntaxException("No JSON text at " + path + ": " + message);
    }
    String what = told.group("what").startsWith(ADVICE) ? "Malformed" : told.group("what");
    return new StateSyntaxException("No JSON text at " + told.group("place") + ": " + what);
  }

  /** Makes the error of a value that cannot be. */
  static StateSyntaxException of(String path, String what) {
    return new StateSyntaxException("No state of an Upstart at " + path + ": " + what);
  }
}
