package org.upstart4j.cli.live;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Deadline;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.Wait;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Specs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code upstart monitor}: what happens, a line each. */
public final class MonitorCommand implements Callable<Integer> {

  private final OptionSpec jobs =
      Specs.texts("GLOB", "Only the changes of jobs that match; may be repeated.", "--job");
  private final OptionSpec events =
      Specs.texts("GLOB", "Only the events that match; may be repeated.", "--event");
  private final OptionSpec only =
      Specs.oneOf(
          Kind.words(),
          Specs.texts("KIND", "Only this, of: " + Kind.all() + "; may be repeated.", "--only"));
  private final OptionSpec utc = Specs.flag("Print times in UTC.", "--utc");
  private final OptionSpec count =
      Specs.number("COUNT", "End after so many lines.", "-n", "--count");
  private final OptionSpec json = Specs.flag("Print JSON, an object a line.", "--json");
  private final Choice choice = new Choice();

  private final CommandSpec spec =
      choice
          .addTo(
              Specs.command(
                  "monitor",
                  this,
                  "Print what happens, a line each: events, and changes of jobs.",
                  "Ends on SIGINT, with 130, or after COUNT lines."))
          .addOption(jobs)
          .addOption(events)
          .addOption(only)
          .addOption(utc)
          .addOption(count)
          .addOption(json);

  private MonitorCommand() {
    spec.usageMessage()
        .footer(
            "",
            "With --job or --event, other jobs and events are left out; with both, what matches"
                + " one of them is printed.");
  }

  /** Describes the command. */
  public static CommandSpec spec() {
    return new MonitorCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    Console console = new Console(spec);
    Filter filter = new Filter(kinds(console), list(jobs), list(events));
    @Nullable Integer most = count.getValue();
    if (most != null && most <= 0) {
      throw console.usage("-n takes a number from 1 on, not " + most);
    }
    Lines lines =
        new Lines(
            console,
            Clock.of(utc.getValue()),
            json.getValue(),
            most == null ? Long.MAX_VALUE : most);
    return choice.ask(console, upstart -> monitor(upstart, lines, new Monitor(lines, filter)));
  }

  private static int monitor(Upstart upstart, Lines lines, Monitor monitor) {
    Subscription subscription;
    synchronized (lines) {
      // whoever reads this first line misses nothing from there on
      subscription = upstart.subscribe(monitor);
      monitor.connected(upstart.transport());
    }
    try (subscription) {
      return Deadline.of(Wait.FOREVER).await(lines.done(), "the monitor");
    }
  }

  private Set<Kind> kinds(Console console) {
    List<String> words = list(only);
    if (words.isEmpty()) {
      return EnumSet.allOf(Kind.class);
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String word : String.join(",", words).split(",")) {
      kinds.add(
          Kind.parse(word)
              .orElseThrow(
                  () -> console.usage("--only takes " + Kind.all() + ", not \"" + word + "\"")));
    }
    return kinds;
  }

  private static List<String> list(OptionSpec option) {
    String @Nullable [] values = option.getValue();
    return values == null ? List.of() : List.of(values);
  }
}
