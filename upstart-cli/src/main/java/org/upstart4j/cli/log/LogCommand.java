package org.upstart4j.cli.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.OptionNumber;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.terminal.Visible;

/** {@code upstart log}: what a job has printed. */
public final class LogCommand {

  private static final String SYSTEM = "/var/log/upstart";
  private static final long LAST = 10;

  private static final Option FOLLOW =
      Option.flag('f', "follow", "keep printing what is added, until interrupted");
  private static final Option LINES =
      Option.text('n', "lines", "LINES", "print only the last lines; with -f the default is 10");
  private static final Option INSTANCE =
      Option.text("instance", "NAME", "the instance, if the job has several");
  private static final Option LOGDIR =
      Option.text(
          "logdir",
          "DIR",
          "the folder of logs (default: /var/log/upstart; for a session, $XDG_CACHE_HOME/upstart)");
  private static final Option CONFDIR =
      Option.CONFDIR.meaning("the job files, to explain a missing log (default: /etc/init)");

  private LogCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(LogCommand::run)
        .taking(Parameter.one("JOB", "the job's name"))
        .with(FOLLOW, LINES, INSTANCE, LOGDIR)
        .with(Option.reach(CONFDIR))
        .noting("With -f, a log that does not exist yet is waited for, and rotation is followed.");
  }

  private static int run(Invocation call) throws IOException {
    JobLog log = JobLog.of(folder(call), call.word(0), call.value(INSTANCE).orElse(""));
    boolean follows = call.has(FOLLOW);
    long last = OptionNumber.of(call, LINES, 0).orElse(follows ? LAST : Long.MAX_VALUE);
    boolean isThere = Files.isRegularFile(log.path());
    if (!isThere) {
      explain(call, log);
      if (!follows || !Files.isDirectory(log.folder())) {
        return 1;
      }
    }
    try (LogFollower follower = new LogFollower(log.path(), call.console())) {
      if (isThere) {
        follower.last(last);
      }
      if (follows) {
        follower.follow();
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static void explain(Invocation call, JobLog log) throws IOException {
    Path confdir = Path.of(call.value(CONFDIR).orElse("/etc/init"));
    List<String> reasons = new MissingLog(log, call.word(0), confdir, call.version()).reasons();
    call.console().complain(Visible.text(String.join("; ", reasons)));
  }

  private static Path folder(Invocation call) {
    Optional<String> given = call.value(LOGDIR);
    if (given.isPresent()) {
      return Path.of(given.get());
    } else if (!call.reach().isUser()) {
      return Path.of(SYSTEM);
    }
    @Nullable String cache = call.variable("XDG_CACHE_HOME");
    return cache == null || cache.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".cache", "upstart")
        : Path.of(cache, "upstart");
  }
}
