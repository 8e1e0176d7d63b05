package org.upstart4j.cli.initctl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An option of a command.
 *
 * @param letter its short name, or 0
 * @param name its long name
 * @param argument what its argument is called, or null if it takes none
 * @param help what it does; null keeps it out of the help
 */
public record Option(char letter, String name, @Nullable String argument, @Nullable String help) {

  static final Option SESSION = flag("session", "talk to Upstart over the D-Bus session bus");
  static final Option SYSTEM = flag("system", "talk to Upstart over the D-Bus system bus");
  static final Option DEST =
      new Option('\0', "dest", "NAME", "the name that Upstart has on the bus");
  static final Option USER = flag("user", "talk to the Upstart of this user's session");
  static final Option QUIET = flag('q', "quiet", "print errors only");
  static final Option VERBOSE = flag('v', "verbose", "print more than is asked for");
  static final Option DEBUG = new Option('\0', "debug", null, null);
  static final Option HELP = flag("help", "print this help and exit");
  static final Option VERSION = flag("version", "print the version and exit");

  static final Option TRANSPORT =
      new Option(
          '\0',
          "transport",
          "WAY",
          "auto, private, system-bus, session-bus, user-session, initctl or embedded");
  static final Option HOST =
      new Option('\0', "host", "USER@HOST", "run initctl on that host, over ssh");
  static final Option CONFDIR =
      new Option('\0', "confdir", "DIR", "the job files of the embedded transport");
  static final Option DIALECT =
      new Option(
          '\0',
          "dialect",
          "DIALECT",
          "whose stanzas the embedded transport knows: upstart, chromeos");
  static final Option TIMEOUT =
      new Option('\0', "timeout", "TIME", "give up after that long: 30s, 500ms, 2m");
  static final Option JSON = flag("json", "print JSON, an object a line");

  static final Option FRESH = flag("fresh", "start it with what its file says now");
  static final Option WATCH = flag("watch", "go on and show what changes, until interrupted");

  /** What initctl takes with every command. */
  static final List<Option> GLOBAL = List.of(SESSION, SYSTEM, DEST, USER);

  /** What every program of Upstart takes. */
  static final List<Option> DEFAULT = List.of(QUIET, VERBOSE, DEBUG, HELP, VERSION);

  /** What {@code upstart} takes beyond initctl. */
  static final List<Option> BEYOND = List.of(TRANSPORT, HOST, CONFDIR, DIALECT, TIMEOUT, JSON);

  static Option flag(String name, String help) {
    return flag('\0', name, help);
  }

  static Option flag(char letter, String name, String help) {
    return new Option(letter, name, null, help);
  }

  /** By hand, as what a record makes for itself takes every start 20 ms. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Option option && name.equals(option.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  boolean takesArgument() {
    return argument != null;
  }

  boolean isCalled(char wanted) {
    return letter != '\0' && letter == wanted;
  }
}
