package org.upstart4j.cli.live;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.upstart4j.Deadline;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.Wait;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.OptionNumber;

/** {@code upstart monitor}: what happens, a line each. */
public final class MonitorCommand {

  private static final Option JOB =
      Option.text("job", "GLOB", "only the changes of jobs that match; may be repeated");
  private static final Option EVENT =
      Option.text("event", "GLOB", "only the events that match; may be repeated");
  private static final Option ONLY =
      Option.text("only", "KIND", "only these changes: " + ChangeKind.all() + "; may be repeated")
          .oneOf(ChangeKind.words());
  private static final Option UTC = Option.flag("utc", "print times in UTC");
  private static final Option COUNT =
      Option.text('n', "count", "COUNT", "end after this many lines");

  private MonitorCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(MonitorCommand::run)
        .detailed("Ends on SIGINT, with 130, or after COUNT lines.")
        .with(JOB, EVENT, ONLY, UTC, COUNT, Option.JSON)
        .with(Option.REACH)
        .noting(
            "With --job or --event, other jobs and events are left out; with both, whatever matches"
                + " one of them is printed.");
  }

  private static int run(Invocation call) {
    Lines lines = lines(call);
    return monitor(call.upstart(), lines, new Monitor(lines, filter(call)));
  }

  /** Which changes are wanted. */
  public static Filter filter(Invocation call) {
    return new Filter(
        kinds(call.arguments().values(ONLY)),
        call.arguments().values(JOB),
        call.arguments().values(EVENT));
  }

  /** How they are printed. */
  public static Lines lines(Invocation call) {
    long most = OptionNumber.of(call, COUNT, 1).orElse(Long.MAX_VALUE);
    return new Lines(call.console(), Clock.of(call.has(UTC)), call.has(Option.JSON), most);
  }

  private static int monitor(Upstart upstart, Lines lines, Monitor monitor) {
    Subscription subscription;
    synchronized (lines) {
      // nothing that happens after this first line is missed
      subscription = upstart.subscribe(monitor);
      monitor.connected(upstart.transport());
    }
    try (subscription) {
      return Deadline.of(Wait.FOREVER).await(lines.done(), "the monitor");
    }
  }

  private static Set<ChangeKind> kinds(List<String> words) {
    if (words.isEmpty()) {
      return EnumSet.allOf(ChangeKind.class);
    }
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    for (String word : String.join(",", words).split(",")) {
      kinds.add(
          ChangeKind.parse(word)
              .orElseThrow(
                  () -> new Misuse("--only takes " + ChangeKind.all() + ", not \"" + word + "\"")));
    }
    return kinds;
  }
}
