package org.upstart4j.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.reach.Transport;
import org.upstart4j.jobfile.version.Dialect;

/**
 * An option of a command.
 *
 * @param letter its short name, or 0
 * @param name its long name
 * @param argument what its argument is called, or null if it takes none
 * @param help what it does; null keeps it out of the help
 * @param words the arguments that a shell proposes
 */
public record Option(
    char letter,
    String name,
    @Nullable String argument,
    @Nullable String help,
    List<String> words) {

  public static final Option SESSION =
      flag("session", "talk to Upstart over the D-Bus session bus");
  public static final Option SYSTEM = flag("system", "talk to Upstart over the D-Bus system bus");
  public static final Option DEST = text("dest", "NAME", "the name that Upstart has on the bus");
  public static final Option USER = flag("user", "talk to the Upstart of this user's session");
  public static final Option QUIET = flag('q', "quiet", "print errors only");
  public static final Option VERBOSE = flag('v', "verbose", "print more than is asked for");
  public static final Option DEBUG = new Option('\0', "debug", null, null, List.of());
  public static final Option HELP = flag('h', "help", "print this help and exit");
  public static final Option VERSION = flag('V', "version", "print the version and exit");

  public static final Option TRANSPORT =
      text(
              "transport",
              "WAY",
              "auto, private, system-bus, session-bus, user-session, initctl or embedded")
          .oneOf(Transport.words());
  public static final Option HOST =
      text("host", "USER@HOST", "ask the Upstart of that host, over ssh");
  public static final Option CONFDIR =
      text("confdir", "DIR", "the job files of the embedded transport");
  public static final Option DIALECT =
      text("dialect", "DIALECT", "the stanzas of those job files: upstart or chromeos")
          .oneOf(dialects());

  /** The same option for a command that reads job files itself. */
  public static final Option DIALECT_OF_FILES =
      DIALECT.meaning("the stanzas that are known: upstart (the default) or chromeos");

  public static final Option FOR =
      text(
              "for",
              "PLATFORM|VERSION",
              "the Upstart that those job files are for, such as ubuntu-14.04 or 1.5")
          .oneOf(TargetName.ALL);

  /** The same option for a command that reads job files itself. */
  public static final Option FOR_OF_FILES =
      FOR.meaning("the Upstart that they are for, such as ubuntu-14.04 or 1.5 (default: 1.13.2)");

  /** Those that say which Upstart job files are for. */
  public static final List<Option> READER = List.of(DIALECT_OF_FILES, FOR_OF_FILES);

  public static final Option TIMEOUT =
      text("timeout", "TIME", "give up after this time: 30s, 500ms, 2m");
  public static final Option JSON = flag("json", "print JSON, one object per line");

  public static final Option INVENTORY =
      text("inventory", "FILE", "the hosts: an inventory of Ansible, or a list: web1,web2,");
  public static final Option HOSTS =
      text("hosts", "PATTERN", "which of them, such as 'web:!web3' (default: all)");
  public static final Option FORKS =
      text("forks", "N", "how many hosts are asked at once (default: 32)");
  public static final Option CONNECT_TIMEOUT =
      text("connect-timeout", "TIME", "give a host up that takes longer to connect to (10s)");
  public static final Option SILENCE =
      text("silence-timeout", "TIME", "give a connection up that is silent for longer (60s)");
  public static final Option RUN_TIMEOUT =
      text("run-timeout", "TIME", "begin with no further host after this time, and end");
  public static final Option GROUP =
      flag('b', "group", "show equal answers once, with their hosts, at the end");

  /** What initctl takes with every command. */
  public static final List<Option> GLOBAL = List.of(SESSION, SYSTEM, DEST, USER);

  /** What every program of Upstart takes, under its long names only. */
  static final List<Option> DEFAULT =
      List.of(QUIET, VERBOSE, DEBUG, HELP.withoutLetter(), VERSION.withoutLetter());

  /** The same with the letters that people expect. */
  static final List<Option> DEFAULT_WITH_LETTERS = List.of(QUIET, VERBOSE, DEBUG, HELP, VERSION);

  /** What {@code upstart} takes beyond initctl. */
  public static final List<Option> BEYOND =
      List.of(
          TRANSPORT,
          HOST,
          CONFDIR,
          DIALECT,
          FOR,
          TIMEOUT,
          JSON,
          INVENTORY,
          HOSTS,
          FORKS,
          CONNECT_TIMEOUT,
          SILENCE,
          RUN_TIMEOUT,
          GROUP);

  /** Those of commands that ask many hosts. */
  public static final List<Option> FLEET =
      List.of(INVENTORY, HOSTS, FORKS, CONNECT_TIMEOUT, SILENCE, RUN_TIMEOUT, GROUP);

  /** The same for commands that cannot: they say so. */
  static final List<Option> NO_FLEET = hidden(FLEET);

  /** Those that choose an Upstart, for commands that initctl does not have. */
  public static final List<Option> REACH =
      List.of(SYSTEM, SESSION, USER, TRANSPORT, HOST, CONFDIR, DIALECT, FOR, TIMEOUT);

  private static final List<Option> CHOOSING =
      List.of(SESSION, SYSTEM, DEST, USER, TRANSPORT, HOST, CONFDIR, DIALECT, FOR, TIMEOUT);

  /** Whether it says which Upstart is asked, and how; not if a command gives it another meaning. */
  boolean choosesUpstart() {
    return CHOOSING.stream()
        .anyMatch(option -> option.equals(this) && Objects.equals(option.help, help));
  }

  /** Whether it is about many hosts. */
  boolean isOfFleet() {
    return FLEET.contains(this);
  }

  private static List<Option> hidden(List<Option> options) {
    List<Option> hidden = new ArrayList<>();
    for (Option option : options) {
      hidden.add(new Option('\0', option.name, option.argument, null, List.of()));
    }
    return hidden;
  }

  /** The same, where one of them means something else to a command. */
  public static List<Option> reach(Option special) {
    return REACH.stream()
        .map(option -> option.name.equals(special.name) ? special : option)
        .toList();
  }

  private static List<String> dialects() {
    List<String> names = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      names.add(dialect.text());
    }
    return names;
  }

  /** An option without an argument. */
  public static Option flag(String name, String help) {
    return flag('\0', name, help);
  }

  /** An option without an argument, with a short name. */
  public static Option flag(char letter, String name, String help) {
    return new Option(letter, name, null, help, List.of());
  }

  /** An option with an argument. */
  public static Option text(String name, String argument, String help) {
    return text('\0', name, argument, help);
  }

  /** An option with an argument, with a short name. */
  public static Option text(char letter, String name, String argument, String help) {
    return new Option(letter, name, argument, help, List.of());
  }

  /** The same option, for which a shell proposes these arguments. */
  public Option oneOf(List<String> proposed) {
    return new Option(letter, name, argument, help, proposed);
  }

  /** The same option with another help: what it does for one command. */
  public Option meaning(String other) {
    return new Option(letter, name, argument, other, words);
  }

  private Option withoutLetter() {
    return new Option('\0', name, argument, help, words);
  }

  /**
   * One that takes something else is another one, whatever its name. By hand, as what a record
   * makes for itself takes every start 20 ms.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Option option
        && name.equals(option.name)
        && Objects.equals(argument, option.argument);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  public boolean takesArgument() {
    return argument != null;
  }

  boolean isCalled(char wanted) {
    return letter != '\0' && letter == wanted;
  }

  /** The name as it is typed. */
  public String spelled() {
    return "--" + name;
  }
}
