package org.upstart4j.cli.initctl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.upstart4j.Environment;
import org.upstart4j.JobStatus;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.reach.Reason;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.PaintedStatus;
import org.upstart4j.cli.terminal.StatusJson;
import org.upstart4j.cli.terminal.Visible;

/** What a command of initctl is told in words, and how it answers. */
record CommandAnswers(Invocation call) {

  /** The word at a place, without which the command makes no sense. */
  String needed(int place, String what) {
    return call.arguments().word(place).orElseThrow(() -> new Misuse("missing " + what));
  }

  /** The words from a place on, as variables. */
  Environment environment(int place) {
    List<String> words = call.arguments().wordsFrom(place);
    if (words.stream().anyMatch(word -> word.indexOf('=') < 0)) {
      // an Upstart that cannot be reached cannot refuse it
      call.upstart().version();
      throw new InitctlRefusal("Env must be KEY=VALUE pairs");
    }
    return Environment.parse(words);
  }

  /** Whether that much is printed: of several such options the last one counts. */
  private boolean isSet(Option loudness) {
    Optional<Option> last =
        call.arguments().last(List.of(Option.QUIET, Option.VERBOSE, Option.DEBUG));
    return last.isPresent() && last.get().equals(loudness);
  }

  /** Whether JSON is printed, for what has no line of its own there. */
  boolean isJson() {
    return call.has(Option.JSON);
  }

  /** Prints an answer, unless only errors are wanted: as text, or as JSON. */
  void say(String text, Consumer<JsonLine> members) {
    sayPainted(call.console().paint().lines(text), members);
  }

  /** Prints how an instance stands. */
  void say(JobStatus status) {
    sayPainted(
        PaintedStatus.of(status, call.console().paint()), json -> StatusJson.members(json, status));
  }

  private void sayPainted(String text, Consumer<JsonLine> members) {
    if (isSet(Option.QUIET)) {
      return;
    }
    if (isJson()) {
      try {
        JsonLine.write(call.out(), members);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    } else {
      call.out().println(text);
    }
  }

  /** Prints what only those want who ask for more. */
  void mention(String text) {
    if ((isSet(Option.VERBOSE) || isSet(Option.DEBUG)) && !isJson()) {
      call.out().println(call.console().paint().lines(text));
    }
  }

  /** Says what went wrong; returns the exit status. */
  int complain(String text) {
    call.console().complain(text);
    return 1;
  }

  /** Names the files that Upstart has rejected, which initctl does not; returns how many. */
  int explainRejected() {
    if (call.program().isInitctl() || isSet(Option.QUIET)) {
      return 0;
    }
    Map<String, String> rejected = Reason.rejected(call.upstart());
    rejected.values().forEach(reason -> call.console().complain(Visible.text(reason)));
    return rejected.size();
  }
}
