package org.upstart4j.initctl.internal;

import java.util.regex.Pattern;

/**
 * Where ssh is to go. A {@code ProxyCommand} or {@code Match exec} of the user's ssh may put it
 * into a line of shell without quotes, so what would be more than a word there is refused.
 */
public final class Destination {

  private static final Pattern SHELL = Pattern.compile("[\\s\\p{Cc}'\"`$\\\\;&<>|(){}*?!#^]");

  /** The begin of a user or a host, and a hyphen there, with which an option would begin. */
  private static final Pattern OPTION = Pattern.compile("(^|/|@)-");

  private Destination() {}

  /**
   * Returns a destination as it is.
   *
   * @throws IllegalArgumentException if it is none, or would not be safe
   */
  public static String require(String destination) {
    if (destination.isEmpty()) {
      throw new IllegalArgumentException("A destination of ssh is not empty");
    } else if (OPTION.matcher(destination).find()) {
      throw new IllegalArgumentException(
          "Neither user nor host of a destination of ssh begins with -, which would be an option: \""
              + destination
              + '"');
    } else if (SHELL.matcher(destination).find()) {
      throw new IllegalArgumentException(
          "A destination of ssh holds no blanks, and nothing that means more to a shell: \""
              + destination
              + '"');
    }
    return destination;
  }
}
