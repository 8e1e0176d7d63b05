package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.AppArmorStanza;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.LimitValue;
import org.upstart4j.jobfile.stanza.Resource;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.option.EnvironmentStyle;
import org.upstart4j.systemd.option.Logs;
import org.upstart4j.systemd.unit.ExecCommand.Prefix;
import org.upstart4j.systemd.unit.UnitWords;

/** What a job's processes get: variables, limits, output, user and folders. */
final class Execution {

  /** What systemd sets for a user, and Upstart does not. */
  private static final List<String> OF_USERS = List.of("LANG", "USER", "LOGNAME", "HOME", "SHELL");

  private static final String NOBODY = "nobody";
  private static final String NUMBER_OF_NOBODY = "65534";

  private final JobUnit job;
  private final JobDefinition definition;
  private final Draft draft;

  Execution(JobUnit job) {
    this.job = job;
    this.definition = job.definition();
    this.draft = job.draft();
  }

  /** Writes what no stanza says. */
  void write() {
    if (job.options().environment() == EnvironmentStyle.STRICT) {
      writeUpstartsVariables();
    } else if (new Calls(job).needStandIns()) {
      draft.add(Draft.SERVICE, "Environment", UnitWords.write(List.of("PATH=" + path())));
    }
    draft.add(Draft.SERVICE, "IgnoreSIGPIPE", "no");
    if (definition.console().orElse(Console.LOG) == Console.LOG) {
      writeLog();
    }
  }

  private void writeUpstartsVariables() {
    List<String> words = new ArrayList<>(List.of("PATH=" + path(), "TERM=linux"));
    words.add("UPSTART_JOB=" + job.name());
    if (!job.isTemplate()) {
      words.add("UPSTART_INSTANCE=");
    }
    draft.add(Draft.SERVICE, "Environment", UnitWords.write(words));
    if (job.isTemplate()) {
      draft.add(Draft.SERVICE, "Environment", "\"UPSTART_INSTANCE=%I\"");
    }
    Set<String> own = new java.util.TreeSet<>();
    definition.env().forEach(variable -> own.add(variable.split("=", 2)[0]));
    List<String> unset = OF_USERS.stream().filter(name -> !own.contains(name)).toList();
    if (job.options().has(235)) {
      draft.add(Draft.SERVICE, "UnsetEnvironment", String.join(" ", unset));
    }
  }

  /** Upstart's own, behind the stand-ins for Upstart's programs if the job calls these. */
  private String path() {
    boolean calls = new Calls(job).needStandIns();
    return (calls ? StandIn.folder(job.options()) + ":" : "") + Commands.PATH;
  }

  private void writeLog() {
    if (job.options().logs() == Logs.FILES && job.options().has(240)) {
      String file = job.name().replace('/', '_') + (job.isTemplate() ? "-%i" : "") + ".log";
      String path = UnitWords.text("/var/log/upstart/" + file).replace("%%i", "%i");
      draft.add(Draft.SERVICE, "StandardOutput", "append:" + path);
      draft.add(Draft.SERVICE, "StandardError", "inherit");
    }
  }

  /** What no stanza says of the log: it is the default. */
  Outcome log() {
    Outcome outcome =
        Outcome.approximate(
            ConversionCode.CONSOLE_LOG,
            "Upstart gives the processes a terminal, which buffers by the line, and keeps a log for"
                + " each job");
    return job.options().logs() == Logs.FILES && job.options().has(240)
        ? outcome.as("StandardOutput=append:/var/log/upstart/").since(240)
        : outcome.as("StandardOutput=journal").remedy("read it with journalctl -u UNIT");
  }

  Outcome env(EnvStanza stanza) {
    if (Variables.isUpstarts(stanza.key())) {
      return Outcome.dead(ConversionCode.OVERRIDDEN, "Upstart sets this variable itself");
    }
    Optional<String> value = stanza.value();
    if (value.isEmpty()) {
      return Outcome.exact(ConversionCode.ENV, "the variable is passed on from process 1")
          .as(draft.add(Draft.SERVICE, "PassEnvironment", stanza.key()))
          .since(228);
    }
    if (!Variables.isPlain(stanza.key(), value.get())) {
      return Outcome.exact(
              ConversionCode.ENV_BY_PROGRAM,
              "no setting, or no shell on the way, passes it on as it is: a program sets it")
          .as("ExecStart=/usr/bin/env");
    }
    String word = UnitWords.write(List.of(stanza.variable()));
    return Outcome.exact(ConversionCode.ENV, "the value is taken as it is by both")
        .as(draft.add(Draft.SERVICE, "Environment", word));
  }

  Outcome console() {
    return switch (definition.console().orElse(Console.LOG)) {
      case LOG -> log();
      case NONE ->
          Outcome.exact(ConversionCode.CONSOLE, "all three are /dev/null")
              .as(draft.add(Draft.SERVICE, "StandardInput", "null"))
              .as(draft.add(Draft.SERVICE, "StandardOutput", "null"))
              .as(draft.add(Draft.SERVICE, "StandardError", "null"));
      case OUTPUT -> consoleOutput();
      case OWNER ->
          Outcome.approximate(
                  ConversionCode.CONSOLE, "the main process owns the console, and so do the others")
              .as(draft.add(Draft.SERVICE, "StandardInput", "tty-force"))
              .as(draft.add(Draft.SERVICE, "StandardOutput", "tty"))
              .as(draft.add(Draft.SERVICE, "TTYPath", "/dev/console"));
    };
  }

  /** Opened once, for reading and writing, as Upstart does, whatever it is. */
  private Outcome consoleOutput() {
    if (job.options().has(236)) {
      return Outcome.exact(ConversionCode.CONSOLE, "all three are the console")
          .as(draft.add(Draft.SERVICE, "StandardInput", "file:/dev/console"))
          .as(draft.add(Draft.SERVICE, "StandardOutput", "file:/dev/console"))
          .as(draft.add(Draft.SERVICE, "StandardError", "inherit"))
          .since(236);
    }
    return Outcome.approximate(
            ConversionCode.CONSOLE, "the output goes to the console, but the input is /dev/null")
        .as(draft.add(Draft.SERVICE, "StandardOutput", "tty"))
        .as(draft.add(Draft.SERVICE, "StandardError", "tty"))
        .as(draft.add(Draft.SERVICE, "TTYPath", "/dev/console"));
  }

  Outcome umask() {
    String mask = String.format(Locale.ROOT, "%04o", definition.umask());
    return set(ConversionCode.UMASK, "UMask", mask);
  }

  Outcome nice() {
    return set(ConversionCode.NICE, "Nice", String.valueOf(definition.nice().orElse(0)));
  }

  Outcome oom() {
    String score = String.valueOf(definition.oomScore());
    return set(ConversionCode.OOM_SCORE, "OOMScoreAdjust", score);
  }

  Outcome limit(Resource resource) {
    JobDefinition.Limit limit = definition.limits().get(resource);
    if (limit == null) {
      return Outcome.dead(ConversionCode.OVERRIDDEN, "a later limit replaces it");
    }
    String key = "Limit" + resource.text().toUpperCase(Locale.ROOT);
    String value = value(limit.soft()) + ":" + value(limit.hard());
    if (isOver(limit)) {
      return Outcome.approximate(
              ConversionCode.LIMIT_OVER_HARD,
              "the soft limit is over the hard one: Upstart cannot start the process, systemd"
                  + " ignores the setting")
          .as(draft.add(Draft.SERVICE, key, value));
    }
    return set(ConversionCode.LIMIT, key, value);
  }

  private static boolean isOver(JobDefinition.Limit limit) {
    return Long.compareUnsigned(limit.soft().bits(), limit.hard().bits()) > 0;
  }

  private static String value(LimitValue value) {
    return value.isUnlimited() ? "infinity" : value.text();
  }

  Outcome chroot() {
    String root = definition.chroot().orElse("/");
    return Outcome.approximate(
            ConversionCode.CHROOT,
            "users are looked up outside the folder, and the shell and the helpers must be inside")
        .as(draft.add(Draft.SERVICE, "RootDirectory", UnitWords.text(root)));
  }

  Outcome chdir() {
    String folder = definition.chdir().orElse("/");
    if (!folder.startsWith("/")) {
      return Outcome.byHand(
          ConversionCode.RELATIVE_FOLDER, "systemd takes only paths that begin with a slash");
    }
    return set(ConversionCode.CHDIR, "WorkingDirectory", UnitWords.text(folder));
  }

  Outcome setuid() {
    String user = definition.setuid().orElse("root");
    if (user.equals(NOBODY)) {
      return Outcome.exact(
              ConversionCode.USER,
              "systemd warns of the name; the number is the same wherever systemd runs")
          .as(draft.add(Draft.SERVICE, "User", NUMBER_OF_NOBODY));
    }
    return set(ConversionCode.USER, "User", UnitWords.text(user));
  }

  Outcome setgid() {
    String group = UnitWords.text(definition.setgid().orElse("root"));
    Outcome outcome = set(ConversionCode.GROUP, "Group", group);
    return definition.setuid().isPresent()
        ? outcome
        : Outcome.exact(
                ConversionCode.GROUP_ALONE, "root's other groups are added to it, as in Upstart")
            .as(draft.add(Draft.SERVICE, "User", "root"))
            .as(outcome.directives());
  }

  Outcome apparmor(AppArmorStanza stanza) {
    if (stanza.action() == AppArmorStanza.Action.SWITCH) {
      return Outcome.approximate(
              ConversionCode.APPARMOR, "the profile holds for all processes, not the main one only")
          .as(draft.add(Draft.SERVICE, "AppArmorProfile", UnitWords.text(stanza.profile())));
    }
    Command parser =
        Command.of("/sbin/apparmor_parser", "-r", "-W", stanza.profile()).with(Prefix.FULL_RIGHTS);
    return Outcome.approximate(
            ConversionCode.APPARMOR,
            "the profile is loaded before pre-start, in a process of its own")
        .as(draft.add(Draft.SERVICE, "ExecStartPre", parser.text(job.options())));
  }

  /** The command that makes the files of some lists. */
  String tmpfiles(List<String> lists) {
    List<String> words = new ArrayList<>(List.of("/usr/bin/systemd-tmpfiles", "--create"));
    words.addAll(lists);
    Command command = Command.of(words).with(Prefix.FULL_RIGHTS);
    return draft.add(Draft.SERVICE, "ExecStartPre", command.text(job.options()));
  }

  Outcome cgroup() {
    return Outcome.byHand(
            ConversionCode.CGROUP, "the groups and settings of the kernel's version 2 are others")
        .remedy("set Slice=, MemoryMax=, CPUWeight= and the like");
  }

  private Outcome set(ConversionCode code, String key, String value) {
    return Outcome.exact(code, "it means the same in both")
        .as(draft.add(Draft.SERVICE, key, value));
  }
}
