package org.upstart4j.cli.simulate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.simulation.BootChange;
import org.upstart4j.simulation.BootDiff;
import org.upstart4j.simulation.Course;

/** {@code upstart diff-boot}: what is different in the boots of two folders. */
public final class DiffBootCommand {

  private DiffBootCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(DiffBootCommand::run)
        .taking(Parameter.one("OLD", "a folder of job files"), Parameter.one("NEW", "another one"))
        .detailed("Both boots are simulated, as with simulate --boot; nothing is touched.")
        .with(Simulated.FOR, Simulated.SCENARIO, Simulated.LIMIT, Option.JSON)
        .noting(
            "Exit status: 0 done, 1 if a job does not start any more or fails now, or a file cannot"
                + " be read, 2 wrong arguments or a wrong scenario.");
  }

  private static int run(Invocation call) throws IOException {
    Simulated simulated = new Simulated(call);
    Course before = simulated.of(call.word(0)).boot();
    Course after = simulated.of(call.word(1)).boot();
    List<BootChange> changes = BootDiff.of(before, after);
    for (BootChange change : changes) {
      if (call.has(Option.JSON)) {
        JsonLine.write(call.out(), json -> members(json, change));
      } else {
        call.out().println(line(call.console().paint(), change));
      }
    }
    if (changes.isEmpty() && !call.has(Option.JSON)) {
      call.out().println("Both boot the same.");
    }
    return simulated.isIncomplete() || changes.stream().anyMatch(DiffBootCommand::isBad) ? 1 : 0;
  }

  private static boolean isBad(BootChange change) {
    return change.kind() == BootChange.Kind.NOT_ANY_MORE
        || change.kind() == BootChange.Kind.FAILS_NOW;
  }

  private static void members(JsonLine json, BootChange change) {
    json.member("type", change.kind().text())
        .member("job", change.job())
        .member("instance", change.instance())
        .member("before", CourseJson.time(change.before()))
        .member("after", CourseJson.time(change.after()))
        .member("other", change.other().orElse(null))
        .member("isInBoth", change.isInBoth());
  }

  private static String line(Paint paint, BootChange change) {
    String label = Visible.text(change.label());
    return switch (change.kind()) {
      case NOT_ANY_MORE ->
          paint.bad(label + " does not start any more")
              + (change.isInBoth() ? "" : ": there is no such job any more");
      case FAILS_NOW -> paint.bad(label + " fails now");
      case ONLY_NOW ->
          paint.good(label + " starts only now")
              + at(change)
              + (change.isInBoth() ? "" : ": the job is new");
      case LATER -> label + " starts later" + moved(change, " after ");
      case EARLIER -> label + " starts earlier" + moved(change, " before ");
      case FAILS_NO_MORE -> paint.good(label + " does not fail any more");
    };
  }

  private static String at(BootChange change) {
    return change.after().map(time -> ", at " + Seconds.text(time)).orElse("");
  }

  private static String moved(BootChange change, String relation) {
    Optional<String> other = change.other();
    if (change.before().equals(change.after())) {
      return at(change)
          + " as before"
          + other.map(name -> ", but" + relation + Visible.text(name)).orElse("");
    }
    return at(change) + change.before().map(time -> " and not at " + Seconds.text(time)).orElse("");
  }
}
