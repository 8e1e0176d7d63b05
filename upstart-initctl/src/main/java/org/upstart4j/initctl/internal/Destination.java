package org.upstart4j.initctl.internal;

import java.util.regex.Pattern;

/**
 * Where ssh connects to. A {@code ProxyCommand} or {@code Match exec} of the user's ssh may put it
 * into a line of shell without quotes, so this refuses what would be more than a word there.
 */
public final class Destination {

  private static final Pattern SHELL = Pattern.compile("[\\s\\p{Cc}'\"`$\\\\;&<>|(){}*?!#^]");

  /** A hyphen at the beginning of a user or a host, where an option would begin. */
  private static final Pattern OPTION = Pattern.compile("(^|/|@)-");

  private Destination() {}

  /**
   * Returns a destination unchanged.
   *
   * @throws IllegalArgumentException if it is empty, or not safe
   */
  public static String require(String destination) {
    if (destination.isEmpty()) {
      throw new IllegalArgumentException("A destination of ssh must not be empty");
    } else if (OPTION.matcher(destination).find()) {
      throw new IllegalArgumentException(
          "In a destination of ssh, neither user nor host may begin with -, like an option: \""
              + destination
              + '"');
    } else if (SHELL.matcher(destination).find()) {
      throw new IllegalArgumentException(
          "A destination of ssh must not hold blanks or characters that are special to a shell: \""
              + destination
              + '"');
    }
    return destination;
  }
}
