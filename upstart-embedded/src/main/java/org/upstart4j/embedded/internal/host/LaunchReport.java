package org.upstart4j.embedded.internal.host;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a launcher says when it fails: the step, and what the step's program said. */
public final class LaunchReport {

  private static final Pattern LIMIT =
      Pattern.compile("failed to set the (\\w+) resource limit: (.*)");

  private LaunchReport() {}

  /**
   * Returns the reason of a failure.
   *
   * @param report what the launcher said
   * @return the reason, in Upstart's words
   */
  public static String reason(String report) {
    String said = report.strip();
    String step = said.split(" ", 2)[0];
    String error = error(said.substring(said.lastIndexOf(": ") + 1).strip());
    return switch (step) {
      case "limit" -> limit(said);
      case "nice" -> "unable to set priority: " + error;
      case "score" -> "unable to set oom adjustment: " + error;
      case "folder" -> "unable to change working directory: " + SetupException.DENIED;
      case "console" -> "unable to open console: " + error;
      default -> "unable to execute: " + error;
    };
  }

  private static String limit(String said) {
    Matcher limit = LIMIT.matcher(said);
    return limit.find()
        ? "unable to set \""
            + limit.group(1).toLowerCase(Locale.ROOT)
            + "\" resource limit: "
            + limit.group(2)
        : "unable to set resource limit: "
            + error(said.substring(said.lastIndexOf(": ") + 1).strip());
  }

  /** Some shells have words of their own, or none. */
  private static String error(String error) {
    return switch (error) {
      case "No such file" -> SetupException.NOT_FOUND;
      case "I/O error" -> SetupException.DENIED;
      default -> error;
    };
  }
}
