package org.upstart4j.embedded.internal.log;

import java.util.regex.Pattern;

/** Makes what others have named fit for a log: on one line, and without commands to a terminal. */
public final class LogText {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private LogText() {}

  /** Returns a text with {@code \xNN} in place of each control character. */
  public static String visible(Object named) {
    String text = String.valueOf(named);
    return isVisible(text)
        ? text
        : CONTROL
            .matcher(text)
            .replaceAll(found -> String.format("\\\\x%02x", (int) found.group().charAt(0)));
  }

  private static boolean isVisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
