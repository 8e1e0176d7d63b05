package org.upstart4j.cli.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.fleet.HostResult;

/** Tells programs: an object of each host as it is done, and one of the run at the end. */
final class JsonReport implements HostReport {

  private final CliConsole console;
  private final WaysTaken ways;

  JsonReport(CliConsole console, WaysTaken ways) {
    this.console = console;
    this.ways = ways;
  }

  @Override
  public void add(HostResult<Answer> result) {
    String host = result.host().name();
    if (result instanceof HostResult.Answer<Answer> answered) {
      Answer answer = answered.value();
      write(
          json -> {
            begin(json, host, answer.isOk(), answer.changed(), answered.took());
            answer.members(json);
          });
      return;
    }
    Duration took =
        result instanceof HostResult.Failure<Answer> failure ? failure.took() : Duration.ZERO;
    Fate fate = Fate.of(result);
    write(
        json -> {
          begin(json, host, false, false, took);
          json.name("error").object(error -> describe(error, fate));
        });
  }

  static void describe(JsonLine error, Fate fate) {
    error.member("type", fate.word()).member("text", fate.text());
  }

  private void begin(JsonLine json, String host, boolean isOk, boolean changed, Duration took) {
    json.member("host", host)
        .member("ok", isOk)
        .member("changed", changed)
        .member("seconds", seconds(took.toMillis() / 1000.0));
    ways.member(json, host);
  }

  /** A number that people can read, too. */
  private static Number seconds(double seconds) {
    return Double.valueOf(String.format(Locale.ROOT, "%.3f", seconds));
  }

  @Override
  public void finish(Tally tally, Course course) {
    write(json -> json.name("summary").object(summary -> summary(summary, tally, course)));
  }

  private static void summary(JsonLine json, Tally tally, Course course) {
    json.member("hosts", tally.hosts())
        .member("done", tally.done().size())
        .member("changed", tally.changed())
        .member("failed", tally.failed().size())
        .member("unknown", tally.unknown().size())
        .member("untried", tally.untried().size())
        .member("seconds", seconds(course.seconds()))
        .member("ended_by", course.end().isEmpty() ? null : course.end())
        .array("failed_hosts", tally.failed(), host -> host)
        .array("unknown_hosts", tally.unknown(), host -> host)
        .array("untried_hosts", tally.untried(), host -> host);
  }

  private void write(Consumer<JsonLine> members) {
    try {
      JsonLine.write(console.out(), members);
      console.out().flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
