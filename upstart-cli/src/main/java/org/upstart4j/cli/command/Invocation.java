package org.upstart4j.cli.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Wait;
import org.upstart4j.cli.reach.Durations;
import org.upstart4j.cli.reach.Reach;
import org.upstart4j.cli.reach.Reason;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.jobfile.version.UpstartVersion;

/** One run of a command: what was given to it, where it prints, and the Upstart that it asks. */
public final class Invocation implements AutoCloseable {

  private static final String NO_WAIT = "no-wait";

  private final ProgramName program;
  private final CliConsole console;
  private final Arguments arguments;
  private final Map<String, String> variables;
  private @Nullable Reach reach;
  private @Nullable Upstart upstart;

  Invocation(
      ProgramName program, CliConsole console, Arguments arguments, Map<String, String> variables) {
    this.program = program;
    this.console = console;
    this.arguments = arguments;
    this.variables = variables;
  }

  /** The name of the program that runs it. */
  public ProgramName program() {
    return program;
  }

  public CliConsole console() {
    return console;
  }

  public PrintWriter out() {
    return console.out();
  }

  public Arguments arguments() {
    return arguments;
  }

  public boolean has(Option option) {
    return arguments.has(option);
  }

  public Optional<String> value(Option option) {
    return arguments.value(option);
  }

  /** The word at a place that must be there, which has been seen to. */
  public String word(int place) {
    return arguments.words().get(place);
  }

  /** The value of one of this program's variables, or null. */
  public @Nullable String variable(String name) {
    return variables.get(name);
  }

  /** The options that choose an Upstart. */
  public ReachOptions reachOptions() {
    return new ReachOptions(arguments, variables);
  }

  /** The Upstart that job files are for: the newest, unless another one was asked for. */
  public UpstartVersion version() {
    return askedVersion().orElse(UpstartVersion.NEWEST);
  }

  /** The Upstart that job files are for, if one was asked for. */
  public Optional<UpstartVersion> askedVersion() {
    return reachOptions().version();
  }

  /** The way to the Upstart. */
  public Reach reach() {
    if (reach == null) {
      reach = reachOptions().reach();
    }
    return reach;
  }

  /** The Upstart, to be asked from now on. */
  public Upstart upstart() {
    if (upstart == null) {
      Upstart opened = reach().open();
      upstart = opened;
      if (!has(Option.QUIET)) {
        reach().remark(opened, has(Option.VERBOSE)).ifPresent(console::complain);
      }
    }
    return upstart;
  }

  /** The same, where a time limit is that of all waiting, however long a single call takes. */
  public Upstart upstartWithUsualLimits() {
    reach = reach().withUsualLimits();
    return upstart();
  }

  /** How long to wait for what is asked for. */
  public Wait patience() {
    for (Option option : arguments.options().keySet()) {
      if (option.name().equals(NO_WAIT)) {
        return Wait.NO_WAIT;
      }
    }
    Optional<Duration> timeout = reachOptions().timeout();
    return timeout.isEmpty() ? Wait.FOREVER : Wait.atMost(timeout.get());
  }

  /** Says why there is no job of a name, which initctl does not. */
  public void explainUnknown(String job) {
    if (!program.isInitctl()) {
      Reason.of(upstart(), job).ifPresent(console::complain);
    }
  }

  /** Says what went wrong with an Upstart, and what is known about it; returns the exit status. */
  int fail(UpstartException failure) {
    if (reach == null) {
      console.complain(Failures.describe(failure));
      return 1;
    }
    console.complain(reach.explain(failure));
    if (!program.isInitctl()) {
      List<String> advice = reach.advice(failure);
      Reason.of(upstart, failure).ifPresent(console::complain);
      advice.forEach(console.err()::println);
    }
    return 1;
  }

  /** What to say when the time is over. */
  String describe(UpstartTimeoutException late) {
    if (program.isInitctl()) {
      return String.valueOf(late.getMessage());
    }
    return "timed out after "
        + value(Option.TIMEOUT).orElseGet(() -> Durations.text(late.limit()))
        + "; what was asked for may still happen";
  }

  @Override
  public void close() {
    if (upstart != null) {
      upstart.close();
    }
  }
}
