package org.upstart4j.embedded.internal.log;

import java.util.regex.Pattern;

/** Makes what others have named fit for a log: on one line, and without commands to a terminal. */
public final class LogText {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private LogText() {}

  /** Returns a text with {@code \xNN} in place of each control character. */
  public static String visible(Object named) {
    return CONTROL
        .matcher(String.valueOf(named))
        .replaceAll(found -> String.format("\\\\x%02x", (int) found.group().charAt(0)));
  }
}
