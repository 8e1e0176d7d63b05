package org.upstart4j.initctl.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.UpstartError;

/**
 * Turns what initctl prints back into the error that it was on D-Bus: initctl prints the text of an
 * error, but not its name.
 */
public final class ErrorOutput {

  /** How texts begin, and the names of their errors. */
  private static final Map<String, String> NAMES = names();

  private static final List<String> NO_CONNECTION =
      List.of("Unable to connect to ", "UPSTART_SESSION isn't set");

  private static final Pattern INVALID_COMMAND =
      Pattern.compile("(?:invalid command|invalid option): .*", Pattern.DOTALL);

  private ErrorOutput() {}

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("Unknown job: ", UpstartError.UPSTART + "UnknownJob");
    names.put("Unknown instance: ", UpstartError.UPSTART + "UnknownInstance");
    names.put("Unknown parameter: ", UpstartError.DBUS + "InvalidArgs");
    names.put("Job is already running: ", UpstartError.UPSTART + "AlreadyStarted");
    names.put("Job has already been stopped: ", UpstartError.UPSTART + "AlreadyStopped");
    names.put("Job is not running: ", UpstartError.UPSTART + "NotRunning");
    names.put("Not running", UpstartError.UPSTART + "NotRunning");
    names.put("Job failed ", UpstartError.UPSTART + "JobFailed");
    names.put("Event failed", UpstartError.UPSTART + "EventFailed");
    names.put(
        "Job cannot be started as cgroup manager not available",
        UpstartError.UPSTART + "CGroupManagerNotAvailable");
    names.put("You do not have permission to ", UpstartError.UPSTART + "PermissionDenied");
    names.put("Not permissible to ", UpstartError.UPSTART + "PermissionDenied");
    names.put("Env must be KEY=VALUE pairs", UpstartError.DBUS + "InvalidArgs");
    names.put("No such variable: ", UpstartError.DBUS + "InvalidArgs");
    names.put("The log priority given was not recognised", UpstartError.DBUS + "InvalidArgs");
    // those of the bus and of the D-Bus library
    names.put("Rejected send message, ", UpstartError.DBUS + "AccessDenied");
    names.put("An SELinux policy prevents ", UpstartError.DBUS + "AccessDenied");
    names.put("An AppArmor policy prevents ", UpstartError.DBUS + "AccessDenied");
    names.put("A security policy in place prevents ", UpstartError.DBUS + "AccessDenied");
    names.put("The name com.ubuntu.Upstart was not provided", UpstartError.DBUS + "ServiceUnknown");
    names.put("Did not receive a reply", UpstartError.DBUS + "NoReply");
    names.put("Message recipient disconnected", UpstartError.DBUS + "NoReply");
    names.put("Connection was disconnected", UpstartError.DBUS + "Disconnected");
    names.put("Connection is closed", UpstartError.DBUS + "Disconnected");
    names.put("Method \"", UpstartError.DBUS + "UnknownMethod");
    return names;
  }

  /**
   * Returns initctl's message, without the program's name in front, and without what others printed
   * before it: ssh's warnings, a greeting.
   *
   * @param program the program that was run, or its path
   * @param errors what was printed
   */
  public static String text(String program, String errors) {
    String name = program.substring(program.lastIndexOf('/') + 1);
    // not the blank at the end: an instance's empty name comes after it
    String text = errors.replaceAll("[\\r\\n]+\\z", "");
    String prefix = name + ": ";
    int begin = ("\n" + text).lastIndexOf("\n" + prefix);
    if (begin >= 0) {
      return withoutHint(text.substring(begin + prefix.length()));
    }
    // a program under another name still calls itself initctl
    Matcher other = Pattern.compile("(?m)^initctl: ").matcher(text);
    return withoutHint(other.find() ? text.substring(other.end()) : text);
  }

  private static String withoutHint(String text) {
    int hint = text.lastIndexOf("\nTry `");
    return hint < 0 ? text : text.substring(0, hint);
  }

  /** Returns the error that a text is, if it is one that Upstart or D-Bus answers with. */
  public static Optional<UpstartError> error(String text) {
    return NAMES.entrySet().stream()
        .filter(known -> text.startsWith(known.getKey()))
        .map(known -> new UpstartError(known.getValue(), text))
        .findFirst();
  }

  /** Returns whether a text means that no Upstart could be reached. */
  public static boolean saysNoConnection(String text) {
    return NO_CONNECTION.stream().anyMatch(text::startsWith);
  }

  /** Returns whether a text means that initctl is too old to know a command. */
  public static boolean saysUnknownCommand(String text) {
    return INVALID_COMMAND.matcher(text).matches();
  }
}
