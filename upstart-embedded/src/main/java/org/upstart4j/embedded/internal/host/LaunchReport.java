package org.upstart4j.embedded.internal.host;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a launcher says when it fails: the step, and what the step's program said. */
public final class LaunchReport {

  private static final Pattern LIMIT = Pattern.compile("failed to set the (\\w+) resource limit");
  private static final Pattern ORDER = Pattern.compile("soft limit (\\w+) cannot exceed");

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
      case "limit" -> limit(said, error);
      case "nice" -> "unable to set priority: " + error;
      case "score" -> "unable to set oom adjustment: " + error;
      case "folder" -> "unable to change working directory: " + error;
      case "owner" -> "unable to chown: " + error;
      case "profile" -> "unable to switch security profile: " + error;
      case "variable" -> Carried.refusal(said.substring(step.length()).strip());
      case "console" -> "unable to open console: " + error;
      default -> "unable to execute: " + error;
    };
  }

  private static String limit(String said, String error) {
    Matcher limit = LIMIT.matcher(said);
    if (limit.find()) {
      return limit(limit, error);
    }
    Matcher order = ORDER.matcher(said);
    return order.find() ? limit(order, SetupException.INVALID) : "unable to execute: " + error;
  }

  private static String limit(Matcher named, String error) {
    String resource = named.group(1).toLowerCase(Locale.ROOT);
    return "unable to set \"" + resource + "\" resource limit: " + error;
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
