package org.upstart4j.cli.timeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.simulate.CourseRequest;
import org.upstart4j.cli.simulate.Simulated;
import org.upstart4j.picture.timeline.Timeline;
import org.upstart4j.simulation.Course;

/** {@code upstart timeline}: what happened, when, and because of what. */
public final class TimelineCommand {

  static final Option FROM =
      Option.text(
          "from",
          "FILE",
          "of a recording: the lines of \"monitor --json\" or \"simulate --json\"; - is the standard"
              + " input");
  static final Option LIVE =
      Option.flag("live", "of an Upstart, from now until SIGINT, --time, or what --to names");
  static final Option SIMULATE =
      Option.flag("simulate", "of a simulation, with the options of \"upstart simulate\"");
  static final Option TIME = Option.text("time", "TIME", "how long --live listens: 30s, 2m");
  static final Option CONFDIR =
      Option.CONFDIR.meaning(
          "the folder to simulate, or whose conditions say why things of a recording happened");

  private static final Option REACH_FOR =
      Simulated.FOR.meaning("the platform or version that the job files are for");

  private TimelineCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(TimelineCommand::run)
        .detailed(
            "One bar for each instance: where it waited for others, worked, and ran; what failed,"
                + " hangs or never started comes first. The critical path says why something did"
                + " not happen earlier.")
        .taking(Parameter.any("KEY=VALUE", "variables of the last --emit"))
        .with(FROM, LIVE, SIMULATE, TIME)
        .with(Output.FILE, Output.TO, Output.JOB, Option.JSON)
        .with(CourseRequest.BOOT, CourseRequest.EMIT, Simulated.SCENARIO, Simulated.LIMIT)
        .with(reach())
        .noting(
            "  upstart timeline --simulate --confdir init --for ubuntu-14.04 --boot -o boot.svg",
            "  upstart monitor --json > boot.jsonl; upstart timeline --from boot.jsonl --to web",
            "Exit status: 0 done, 1 if something could not be read or no Upstart answers, 2 wrong"
                + " arguments.");
  }

  private static List<Option> reach() {
    return Option.reach(CONFDIR).stream()
        .map(option -> option.equals(REACH_FOR) ? REACH_FOR : option)
        .toList();
  }

  private static int run(Invocation call) throws IOException {
    Output output = Output.of(call);
    refuseNonsense(call);
    if (call.has(LIVE)) {
      return new Live(call, output).run();
    } else if (call.has(SIMULATE)) {
      return simulate(call, output);
    }
    String file = call.value(FROM).orElseThrow();
    Recording recording = new Recording(call);
    Timeline timeline = recording.read(file).build();
    output.write(timeline, recording.subject(file));
    return recording.isIncomplete() ? 1 : 0;
  }

  private static int simulate(Invocation call, Output output) throws IOException {
    CourseRequest request = CourseRequest.of(call);
    Simulated simulated = new Simulated(call);
    Course course = request.course(simulated);
    Timeline timeline = CourseTimeline.of(course, request.folder(), simulated).build();
    output.write(timeline, Subject.of(request.folder(), course.folder(), course.target()));
    return simulated.isIncomplete() || !course.rejected().isEmpty() ? 1 : 0;
  }

  private static void refuseNonsense(Invocation call) {
    long sources =
        Stream.of(call.value(FROM).isPresent(), call.has(LIVE), call.has(SIMULATE))
            .filter(isGiven -> isGiven)
            .count();
    if (sources != 1) {
      throw new Misuse("give one of --from, --live and --simulate");
    }
    if (!call.has(SIMULATE)) {
      refuse(call, "--simulate", List.of(CourseRequest.BOOT, CourseRequest.EMIT));
      refuse(call, "--simulate", List.of(Simulated.SCENARIO, Simulated.LIMIT));
      Optional<String> word = call.arguments().words().stream().findFirst();
      if (word.isPresent()) {
        throw new Misuse("one argument too many: " + word.get());
      }
    }
    if (!call.has(LIVE)) {
      refuse(call, "--live", List.of(TIME));
    }
  }

  private static void refuse(Invocation call, String source, List<Option> options) {
    for (Option option : options) {
      if (call.has(option)) {
        throw new Misuse(option.spelled() + " goes with " + source);
      }
    }
  }
}
