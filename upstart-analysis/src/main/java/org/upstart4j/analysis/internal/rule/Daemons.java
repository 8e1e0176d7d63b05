package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.internal.shell.ProgramCall;
import org.upstart4j.analysis.internal.shell.ShellCommand;
import org.upstart4j.analysis.internal.shell.ShellWord;

/** What options say about whether a program goes into the background. */
final class Daemons {

  /**
   * An option that puts a program in the background.
   *
   * @param program the program
   * @param text the option, as it is written
   * @param instead what to write, as a sentence
   */
  record Option(String program, String text, String instead) {}

  /** By program, the options that put it in the background. */
  private static final Map<String, Set<String>> BACKGROUND =
      Map.ofEntries(
          Map.entry("start-stop-daemon", Set.of("--background", "-b")),
          Map.entry("memcached", Set.of("-d", "--daemon")),
          Map.entry("haproxy", Set.of("-D")),
          Map.entry("redis-server", Set.of()),
          Map.entry("udevd", Set.of("--daemon")),
          Map.entry("systemd-udevd", Set.of("--daemon")),
          Map.entry("nmbd", Set.of("-D")),
          Map.entry("smbd", Set.of("-D")),
          Map.entry("mongod", Set.of("--fork")),
          Map.entry("mongos", Set.of("--fork")),
          Map.entry("gunicorn", Set.of("-D", "--daemon")),
          Map.entry("gunicorn_django", Set.of("-D", "--daemon")),
          Map.entry("gunicorn_paster", Set.of("-D", "--daemon")),
          Map.entry("unicorn", Set.of("-D", "--daemonize")),
          Map.entry("unicorn_rails", Set.of("-D", "--daemonize")),
          Map.entry("thin", Set.of("-d", "--daemonize")),
          Map.entry("puma", Set.of("-d", "--daemon")),
          Map.entry("rackup", Set.of("-D", "--daemonize")),
          Map.entry("uwsgi", Set.of("-d", "--daemonize", "--daemonize2")),
          Map.entry("openvpn", Set.of("--daemon")),
          Map.entry("autossh", Set.of("-f")),
          Map.entry("ssh", Set.of("-f")),
          Map.entry("daphne", Set.of("--daemon")),
          Map.entry("php-fpm", Set.of("-D", "--daemonize")),
          Map.entry("beanstalkd", Set.of("-d")),
          Map.entry("bitcoind", Set.of("-daemon", "--daemon")),
          Map.entry("dbus-daemon", Set.of("--fork")),
          Map.entry("celeryd", Set.of("--detach")),
          Map.entry("sidekiq", Set.of("-d", "--daemon")),
          Map.entry("salt-master", Set.of("-d", "--daemon")),
          Map.entry("salt-minion", Set.of("-d", "--daemon")),
          Map.entry("forever", Set.of("start")),
          Map.entry("pm2", Set.of("start")),
          Map.entry("shellinaboxd", Set.of("-b", "--background")));

  /** Options that put any program in the background. */
  private static final Set<String> ALWAYS_BACKGROUND =
      Set.of("--daemonize", "-daemonize", "--background", "--detach");

  /** Options that keep any program in the foreground. */
  private static final Set<String> FOREGROUND =
      Set.of(
          "--foreground",
          "--no-daemon",
          "--nodaemon",
          "--no-fork",
          "--nofork",
          "--no-detach",
          "--nodetach",
          "--no-daemonize",
          "--daemonize=no",
          "-DFOREGROUND",
          "--dont-fork");

  /** Programs that stay in the foreground by themselves. */
  private static final Set<String> NEVER_DAEMONS = Set.of("node", "nodejs", "java");

  /** Programs that run another one, which may fork all the same. */
  private static final Set<String> RUNNERS =
      Set.of(
          "minijail0",
          "nsenter",
          "unshare",
          "runcon",
          "start-stop-daemon",
          "su",
          "runuser",
          "sh",
          "bash",
          "dash",
          "syslog-cat",
          "systemd-cat");

  /** Programs that hardly anybody runs for a moment only. */
  private static final Set<String> SERVERS =
      Set.of(
          "node",
          "nodejs",
          "gunicorn",
          "uwsgi",
          "unicorn",
          "puma",
          "rails",
          "mongod",
          "nginx",
          "redis-server",
          "memcached",
          "supervisord",
          "haproxy",
          "daphne",
          "celery",
          "sidekiq");

  private Daemons() {}

  /** Whether a command runs something that surely is a service. */
  static boolean isServer(ShellCommand.Simple command) {
    return ProgramCall.of(command)
        .filter(call -> SERVERS.contains(call.name()) || isNamedDaemon(call))
        .isPresent();
  }

  /** For example {@code /usr/sbin/shopd}. */
  private static boolean isNamedDaemon(ProgramCall call) {
    return call.name().endsWith("d")
        && call.words().get(0).literal().filter(path -> path.contains("/sbin/")).isPresent();
  }

  /** An option that puts the program in the background. */
  static Optional<Option> backgroundOption(ProgramCall call) {
    Set<String> options = BACKGROUND.getOrDefault(call.name(), ALWAYS_BACKGROUND);
    if (RUNNERS.contains(call.name()) && !call.name().equals("start-stop-daemon")) {
      return Optional.empty();
    }
    List<ShellWord> words = call.words();
    for (ShellWord word : words.subList(1, words.size())) {
      String text = word.literal().orElse("");
      if (text.equals("--") && !call.name().equals("start-stop-daemon")) {
        break;
      }
      if (options.contains(text) || options.contains(text.split("=", 2)[0])) {
        return Optional.of(new Option(call.name(), text, instead(call.name(), text)));
      }
      if (text.equals("--")) {
        break;
      }
    }
    return redis(call).or(() -> docker(call));
  }

  private static Optional<Option> docker(ProgramCall call) {
    boolean runs =
        (call.name().equals("docker") && has(call, "run"))
            || (call.name().equals("docker-compose") && has(call, "up"));
    return runs && has(call, "-d")
        ? Optional.of(new Option(call.name(), "-d", "Leave out \"-d\"."))
        : Optional.empty();
  }

  private static boolean has(ProgramCall call, String text) {
    return call.words().stream().anyMatch(word -> word.is(text));
  }

  private static Optional<Option> redis(ProgramCall call) {
    for (int i = 1; call.name().equals("redis-server") && i + 1 < call.words().size(); i++) {
      if (call.words().get(i).is("--daemonize") && call.words().get(i + 1).is("yes")) {
        return Optional.of(
            new Option("redis-server", "--daemonize yes", "Write \"--daemonize no\"."));
      }
    }
    return Optional.empty();
  }

  private static String instead(String program, String option) {
    return switch (program) {
      case "start-stop-daemon" -> "Leave out \"" + option + "\" and \"--make-pidfile\".";
      case "forever", "pm2" -> "Have Upstart run the program itself, with \"respawn\".";
      default -> "Leave out \"" + option + "\", or write \"expect fork\" or \"expect daemon\".";
    };
  }

  /** Whether a program forks first, and the child runs another one. */
  static boolean forksForAnother(ProgramCall call) {
    return call.name().equals("su") || call.name().equals("runuser");
  }

  /** What surely keeps a program in the foreground: an option, or its own way. */
  static Optional<String> foreground(ProgramCall call) {
    if (RUNNERS.contains(call.name())) {
      return Optional.empty();
    }
    return call.words().stream()
        .flatMap(word -> word.literal().stream())
        .filter(text -> keepsInForeground(call.name(), text))
        .map(option -> "\"" + option + "\" prevents it")
        .findFirst()
        .or(() -> Optional.of(call.name() + " stays in the foreground"))
        .filter(reason -> reason.startsWith("\"") || NEVER_DAEMONS.contains(call.name()));
  }

  private static boolean keepsInForeground(String program, String option) {
    return FOREGROUND.contains(option)
        || (program.equals("nginx") && option.replace(" ", "").contains("daemonoff"))
        || (program.equals("sshd") && option.equals("-D"));
  }
}
