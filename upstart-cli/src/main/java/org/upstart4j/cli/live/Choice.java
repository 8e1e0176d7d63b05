package org.upstart4j.cli.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Wait;
import org.upstart4j.cli.initctl.Ways;
import org.upstart4j.cli.reach.Durations;
import org.upstart4j.cli.reach.Reach;
import org.upstart4j.cli.reach.Reason;
import org.upstart4j.cli.reach.Way;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Specs;
import org.upstart4j.jobfile.stanza.Dialect;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that choose an Upstart, which mean the same as they do for initctl's commands. */
public final class Choice {

  /** The exit status of a command whose time is over. */
  public static final int TIMED_OUT = 124;

  private final OptionSpec confdir;
  private final OptionSpec dialect = Specs.dialect();
  private final OptionSpec timeout =
      Specs.text("TIME", "Give up after that long: 30s, 500ms, 2m.", "--timeout");
  private final List<OptionSpec> options;

  /** The usual options. */
  public Choice() {
    this("The job files of the embedded transport.");
  }

  /** The usual options, where a folder of job files means this. */
  public Choice(String folder) {
    confdir = Specs.text("DIR", folder, "--confdir");
    options =
        List.of(
            Specs.flag("Talk to Upstart over the D-Bus system bus.", "--system"),
            Specs.flag("Talk to Upstart over the D-Bus session bus.", "--session"),
            Specs.flag("Talk to the Upstart of this user's session.", "--user"),
            Specs.oneOf(
                Way.words(),
                Specs.text(
                    "WAY",
                    "auto, private, system-bus, session-bus, user-session, initctl or embedded.",
                    "--transport")),
            Specs.text("USER@HOST", "Run initctl on that host, over ssh.", "--host"),
            confdir,
            dialect,
            timeout);
  }

  /** Adds the options to a command. */
  public CommandSpec addTo(CommandSpec spec) {
    options.forEach(spec::addOption);
    return spec;
  }

  /** The folder that was named. */
  public Optional<String> confdir() {
    return Optional.ofNullable(confdir.getValue());
  }

  /** Whose stanzas are known. */
  public Dialect dialect() {
    return dialect.getValue();
  }

  /** How long a call may take; nothing was said if it is empty. */
  public Optional<Duration> timeout() {
    @Nullable String text = timeout.getValue();
    return text == null ? Optional.empty() : Durations.parse(text);
  }

  /** How long to wait for what was asked for. */
  public Wait patience() {
    return timeout().map(Wait::atMost).orElse(Wait.FOREVER);
  }

  /** The way that the options name. */
  public Reach reach(Console console) {
    List<String> given =
        console.spec().commandLine().getParseResult().matchedOptions().stream()
            .filter(options::contains)
            .map(Choice::spelled)
            .toList();
    try {
      return Ways.of(given);
    } catch (IllegalArgumentException misuse) {
      throw console.usage(String.valueOf(misuse.getMessage()));
    }
  }

  private static String spelled(OptionSpec option) {
    return option.arity().max() == 0
        ? option.longestName()
        : option.longestName() + "=" + option.getValue();
  }

  /** Asks the Upstart; says what goes wrong. Returns the exit status. */
  public int ask(Console console, Question question) throws IOException {
    return ask(console, reach(console), question);
  }

  /** As {@link #ask}, but the time is that of all waiting, however long a single call takes. */
  int await(Console console, Question question) throws IOException {
    return ask(console, reach(console).withUsualLimits(), question);
  }

  private static int ask(Console console, Reach reach, Question question) throws IOException {
    try (Upstart upstart = reach.open()) {
      return ask(console, reach, upstart, question);
    } catch (UpstartException failure) {
      console.complain(reach.explain(failure));
      return 1;
    }
  }

  private static int ask(Console console, Reach reach, Upstart upstart, Question question)
      throws IOException {
    try {
      return question.ask(upstart);
    } catch (UpstartTimeoutException late) {
      console.complain(String.valueOf(late.getMessage()));
      return TIMED_OUT;
    } catch (UpstartException failure) {
      console.complain(reach.explain(failure));
      reach.advice(failure).forEach(console.err()::println);
      Reason.of(upstart, failure).ifPresent(console::complain);
      return 1;
    }
  }

  /** Words as variables. */
  static Environment environment(Console console, String @Nullable [] words) {
    List<String> entries = words == null ? List.of() : List.of(words);
    for (String entry : entries) {
      if (entry.indexOf('=') < 0) {
        throw console.usage("a variable is KEY=VALUE, not " + entry);
      }
    }
    return Environment.parse(entries);
  }
}
