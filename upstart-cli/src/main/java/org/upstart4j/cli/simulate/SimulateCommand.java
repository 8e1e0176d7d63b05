package org.upstart4j.cli.simulate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.upstart4j.Event;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.simulation.Course;
import org.upstart4j.simulation.Simulation;
import org.upstart4j.simulation.scenario.OutsideEvent;
import org.upstart4j.simulation.scenario.ScenarioSyntaxException;

/** {@code upstart simulate}: what would happen to a folder of jobs. */
public final class SimulateCommand {

  private static final Option CONFDIR =
      Option.CONFDIR.meaning("the folder of job files; it is only read");
  private static final Option BOOT =
      Option.flag("boot", "boot, as the platform's packages play it");
  private static final Option EMIT =
      Option.text(
          "emit", "EVENT", "emit an event instead, as in \"up IFACE=eth0\"; may be repeated");
  private static final Option EXPECT_RUNNING =
      Option.text(
          "expect-running", "JOB", "exit with 1 unless it runs at the end; may be repeated");
  private static final Option VERBOSE =
      Option.VERBOSE.meaning("print every state, process and end of an event, too");

  private SimulateCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(SimulateCommand::run)
        .detailed(
            "Nothing is started or changed: the jobs run on an engine of their own, programs do"
                + " what they do by default or what the scenario says, and time passes at once.")
        .taking(Parameter.any("KEY=VALUE", "variables of the last --emit"))
        .with(
            CONFDIR,
            Simulated.FOR,
            Simulated.SCENARIO,
            BOOT,
            EMIT,
            EXPECT_RUNNING,
            Simulated.LIMIT,
            Option.JSON,
            VERBOSE)
        .noting(
            "  upstart simulate --confdir /etc/init --for ubuntu-14.04 --boot --expect-running web",
            "Exit status: 0 done, 1 if a job of --expect-running does not run at the end, or a file"
                + " is rejected or cannot be read, 2 wrong arguments or a wrong scenario.");
  }

  private static int run(Invocation call) throws IOException {
    List<String> emitted = call.arguments().values(EMIT);
    if (call.has(BOOT) == !emitted.isEmpty()) {
      throw new Misuse("give either --boot or --emit");
    }
    String folder = call.value(CONFDIR).orElseThrow(() -> new Misuse("missing --confdir"));
    List<Event> events = events(emitted, call.arguments().wordsFrom(0));
    Simulated simulated = new Simulated(call);
    Simulation simulation = simulated.of(folder);
    Course course =
        events.isEmpty() ? simulation.boot() : simulation.emit(events.toArray(Event[]::new));
    List<String> expected = call.arguments().values(EXPECT_RUNNING);
    expected.forEach(job -> refuseUnknown(course, job));
    if (call.has(Option.JSON)) {
      new CourseJson(call.out(), course, folder).print();
    } else {
      new CourseText(call.out(), call.console().paint(), course, folder, call.has(VERBOSE)).print();
    }
    List<String> missing = expected.stream().filter(job -> !course.runs(job)).distinct().toList();
    missing.forEach(job -> call.console().complain(Visible.text(doesNotRun(course, job))));
    boolean isFine = missing.isEmpty() && course.rejected().isEmpty() && !simulated.isIncomplete();
    return isFine ? 0 : 1;
  }

  /** The events; words that stand alone are variables of the last one. */
  private static List<Event> events(List<String> texts, List<String> words) {
    List<Event> events = new ArrayList<>();
    texts.forEach(text -> events.add(event(text)));
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0 || events.isEmpty()) {
        throw new Misuse("a word that is no option is a variable of --emit, KEY=VALUE: " + word);
      }
      int last = events.size() - 1;
      events.set(
          last, events.get(last).with(word.substring(0, equals), word.substring(equals + 1)));
    }
    return events;
  }

  private static Event event(String text) {
    try {
      return OutsideEvent.parse(text).event();
    } catch (ScenarioSyntaxException wrong) {
      throw new Misuse(Visible.text("--emit: " + wrong.reason()));
    }
  }

  private static void refuseUnknown(Course course, String job) {
    List<String> names = new ArrayList<>(new TreeSet<>(course.folder().jobs()));
    names.addAll(course.standIns());
    if (!names.contains(job)) {
      throw Misuse.near("--expect-running: there is no job \"" + job + "\"", job, names);
    }
  }

  private static String doesNotRun(Course course, String job) {
    String what =
        course.rejected().containsKey(job)
            ? " does not run at the end: its file is rejected"
            : course.instances(job).isEmpty()
                ? " does not run at the end: it never started"
                : course.instances(job).stream().anyMatch(instance -> instance.ended().isPresent())
                    ? " does not run at the end: it has ended"
                    : " does not run at the end: it is on its way";
    return job + what;
  }
}
