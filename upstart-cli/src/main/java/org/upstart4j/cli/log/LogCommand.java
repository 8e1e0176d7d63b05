package org.upstart4j.cli.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.live.Choice;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Specs;
import org.upstart4j.cli.terminal.Visible;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code upstart log}: what a job has printed. */
public final class LogCommand implements Callable<Integer> {

  private static final String SYSTEM = "/var/log/upstart";
  private static final int LAST = 10;

  private final PositionalParamSpec job = Specs.one(0, "JOB", "The job's name.");
  private final OptionSpec follow =
      Specs.flag("Go on with what is written, until interrupted.", "-f", "--follow");
  private final OptionSpec lines =
      Specs.number("LINES", "Print the last lines only; with -f 10 if not said.", "-n", "--lines");
  private final OptionSpec instance =
      Specs.text("NAME", "The instance, of a job that has several.", "--instance");
  private final OptionSpec logdir =
      Specs.text(
          "DIR",
          "Where logs are (default: /var/log/upstart; for a session, $XDG_CACHE_HOME/upstart).",
          "--logdir");
  private final Choice choice =
      new Choice("The job files, to explain a missing log (default: /etc/init).");

  private final CommandSpec spec =
      choice
          .addTo(Specs.command("log", this, "Print the log of a job."))
          .addOption(follow)
          .addOption(lines)
          .addOption(instance)
          .addOption(logdir)
          .addPositional(job);

  private LogCommand() {
    spec.usageMessage()
        .footer(
            "",
            "With -f a log that is rotated or truncated is followed, and one that isn't there is"
                + " waited for.");
  }

  /** Describes the command. */
  public static CommandSpec spec() {
    return new LogCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    Console console = new Console(spec);
    @Nullable String name = instance.getValue();
    LogFile log = LogFile.of(folder(console), job.getValue(), Objects.requireNonNullElse(name, ""));
    boolean isThere = Files.isRegularFile(log.path());
    boolean follows = follow.getValue();
    if (!isThere) {
      explain(console, log);
      if (!follows || !Files.isDirectory(log.folder())) {
        return 1;
      }
    }
    try (Following following = new Following(log.path(), console)) {
      if (isThere) {
        following.last(last(console, follows));
      }
      if (follows) {
        following.follow();
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void explain(Console console, LogFile log) throws IOException {
    Path confdir = Path.of(choice.confdir().orElse("/etc/init"));
    List<String> reasons = new Missing(log, job.getValue(), confdir, choice.dialect()).reasons();
    console.complain(Visible.text(String.join("; ", reasons)));
  }

  private long last(Console console, boolean follows) {
    @Nullable Integer number = lines.getValue();
    if (number == null) {
      return follows ? LAST : Long.MAX_VALUE;
    } else if (number < 0) {
      throw console.usage("-n takes a number from 0 on, not " + number);
    }
    return number;
  }

  private Path folder(Console console) {
    @Nullable String given = logdir.getValue();
    if (given != null) {
      return Path.of(given);
    } else if (!choice.reach(console).isUser()) {
      return Path.of(SYSTEM);
    }
    @Nullable String cache = System.getenv("XDG_CACHE_HOME");
    return cache == null || cache.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".cache", "upstart")
        : Path.of(cache, "upstart");
  }
}
