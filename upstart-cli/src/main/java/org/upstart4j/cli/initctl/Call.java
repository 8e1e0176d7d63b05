package org.upstart4j.cli.initctl;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.JobStatus;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.Wait;
import org.upstart4j.cli.reach.Reach;
import org.upstart4j.cli.reach.Reason;
import org.upstart4j.cli.terminal.Json;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.StatusJson;
import org.upstart4j.cli.terminal.StatusText;
import org.upstart4j.cli.terminal.Visible;

/** One call of a command: what was given to it, where it prints, and the Upstart that it asks. */
final class Call implements AutoCloseable {

  private static final String NO_WAIT = "no-wait";

  private final String program;
  private final boolean beyond;
  private final Arguments arguments;
  private final Map<String, String> variables;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Paint paint;
  private @Nullable Reach reach;
  private @Nullable Upstart upstart;

  Call(
      String program,
      boolean beyond,
      Arguments arguments,
      Map<String, String> variables,
      PrintWriter out,
      PrintWriter err,
      Paint paint) {
    this.program = program;
    this.beyond = beyond;
    this.arguments = arguments;
    this.variables = variables;
    this.out = out;
    this.err = err;
    this.paint = paint;
  }

  /** The way to the Upstart. */
  Reach reach() {
    if (reach == null) {
      reach = Ways.of(arguments, variables);
    }
    return reach;
  }

  /** The Upstart, to be asked from now on. */
  Upstart upstart() {
    if (upstart == null) {
      upstart = reach().open();
    }
    return upstart;
  }

  /** The Upstart, if it has been asked. */
  @Nullable Upstart opened() {
    return upstart;
  }

  /** The value of one of this program's variables, or null. */
  @Nullable String variable(String name) {
    return variables.get(name);
  }

  boolean has(Option option) {
    return arguments.has(option);
  }

  Optional<String> value(Option option) {
    return arguments.value(option);
  }

  List<String> words() {
    return arguments.words();
  }

  Optional<String> word(int place) {
    return arguments.word(place);
  }

  /** The word at a place, without which the command makes no sense. */
  String needed(int place, String what) {
    return word(place).orElseThrow(() -> new Misuse("missing " + what));
  }

  /** The words from a place on, as variables. */
  Environment environment(int place) {
    List<String> words = words().subList(Math.min(place, words().size()), words().size());
    if (words.stream().anyMatch(word -> word.indexOf('=') < 0)) {
      // whoever cannot be reached cannot refuse it
      upstart().version();
      throw new Refused("Env must be KEY=VALUE pairs");
    }
    return Environment.parse(words);
  }

  /** How long to wait for what is asked for. */
  Wait patience() {
    boolean waits =
        arguments.options().keySet().stream().noneMatch(option -> option.name().equals(NO_WAIT));
    return waits ? Ways.timeout(arguments).map(Wait::atMost).orElse(Wait.FOREVER) : Wait.NO_WAIT;
  }

  /** Whether the Upstart of a session is asked. */
  boolean isUser() {
    return reach().isUser();
  }

  /** Whether that much is printed: of several such options the last one counts. */
  private boolean isSet(Option loudness) {
    return arguments
        .last(List.of(Option.QUIET, Option.VERBOSE, Option.DEBUG))
        .filter(loudness::equals)
        .isPresent();
  }

  /** Prints an answer, unless only errors are wanted: as text, or as JSON. */
  void say(String text, Consumer<Json> members) {
    sayPainted(paint.lines(text), members);
  }

  private void sayPainted(String text, Consumer<Json> members) {
    if (isSet(Option.QUIET)) {
      return;
    }
    if (has(Option.JSON)) {
      try {
        Json.writeLine(out, members);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    } else {
      out.println(text);
    }
  }

  /** Whether JSON is printed, for what has no line of its own there. */
  boolean isJson() {
    return has(Option.JSON);
  }

  /** Prints how an instance stands. */
  void say(JobStatus status) {
    sayPainted(StatusText.of(status, paint), json -> StatusJson.members(json, status));
  }

  PrintWriter out() {
    return out;
  }

  Paint paint() {
    return paint;
  }

  /** Prints what only those want who ask for more. */
  void mention(String text) {
    if ((isSet(Option.VERBOSE) || isSet(Option.DEBUG)) && !isJson()) {
      out.println(paint.lines(text));
    }
  }

  /** Says what went wrong; returns the exit status. */
  int complain(String text) {
    out.flush();
    err.println(program + ": " + text);
    return 1;
  }

  /** Says what to do about an Upstart that is not there. */
  void advise(UpstartException failure) {
    reach().advice(failure).forEach(err::println);
  }

  /** Says why, which initctl does not. */
  void explain(String reason) {
    out.flush();
    err.println("upstart: " + reason);
  }

  /** Says why there is no job of a name, which initctl does not. */
  void explainUnknown(String job) {
    if (beyond) {
      Reason.of(upstart(), job).ifPresent(this::explain);
    }
  }

  /** Names the files that Upstart has rejected, which initctl does not; returns how many. */
  int explainRejected() {
    if (!beyond || isSet(Option.QUIET)) {
      return 0;
    }
    Map<String, String> rejected = Reason.rejected(upstart());
    rejected.values().forEach(reason -> explain(Visible.text(reason)));
    return rejected.size();
  }

  @Override
  public void close() {
    if (upstart != null) {
      upstart.close();
    }
  }
}
