package org.upstart4j.cli.simulate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.simulation.Course;

/** {@code upstart simulate}: what would happen to a folder of jobs. */
public final class SimulateCommand {

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
            CourseRequest.CONFDIR,
            Simulated.FOR,
            Simulated.SCENARIO,
            CourseRequest.BOOT,
            CourseRequest.EMIT,
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
    CourseRequest request = CourseRequest.of(call);
    String folder = request.folder();
    Simulated simulated = new Simulated(call);
    Course course = request.course(simulated);
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
