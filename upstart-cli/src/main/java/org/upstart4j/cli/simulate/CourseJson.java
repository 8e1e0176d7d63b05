package org.upstart4j.cli.simulate;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Event;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.simulation.Course;
import org.upstart4j.simulation.CourseFailure;
import org.upstart4j.simulation.DefaultProgram;
import org.upstart4j.simulation.InstanceCourse;
import org.upstart4j.simulation.Moment;

/** Prints a course for programs: an object on each line, first the moments and then the rest. */
final class CourseJson {

  private final PrintWriter out;
  private final Course course;
  private final String folder;

  CourseJson(PrintWriter out, Course course, String folder) {
    this.out = out;
    this.course = course;
    this.folder = folder;
  }

  void print() throws IOException {
    for (Moment moment : course.moments()) {
      MomentJson.write(out, moment);
    }
    for (InstanceCourse instance : course.instances()) {
      line("instance", json -> instance(json, instance));
    }
    for (CourseFailure failure : course.failures()) {
      line("failure", json -> failure(json, failure));
    }
    for (var never : course.whyNeverStarted(folder).entrySet()) {
      neverStarted(never.getKey(), never.getValue());
    }
    for (var rejected : course.rejected().entrySet()) {
      line(
          "rejected",
          json -> json.member("job", rejected.getKey()).member("reason", rejected.getValue()));
    }
    for (String label : course.lost()) {
      line("lost", json -> json.member("instance", label));
    }
    events("open-event", course.openEvents());
    events("not-emitted", course.notEmitted());
    for (String program : course.unusedPrograms()) {
      line("unused-program", json -> json.member("program", program));
    }
    for (DefaultProgram program : course.byDefault()) {
      line("by-default", json -> program(json, program));
    }
    line("end", this::end);
  }

  private void neverStarted(String job, List<Reason> reasons) throws IOException {
    line(
        "never-started",
        json ->
            json.member("job", job)
                .objects(
                    "reasons",
                    reasons,
                    (each, reason) ->
                        each.member("reason", reason.word()).member("text", reason.text())));
  }

  private void line(String type, Consumer<JsonLine> members) throws IOException {
    JsonLine.write(
        out,
        json -> {
          json.member("type", type);
          members.accept(json);
        });
  }

  private void events(String type, Iterable<Event> events) throws IOException {
    for (Event event : events) {
      line(type, json -> MomentJson.event(json, event));
    }
  }

  private static void instance(JsonLine json, InstanceCourse instance) {
    json.member("job", instance.job())
        .member("instance", instance.instance())
        .member("started", Seconds.number(instance.started()))
        .member("running", time(instance.running()))
        .member("ended", time(instance.ended()))
        .member("starts", instance.starts())
        .member("goal", instance.goal().toString())
        .member("state", instance.state().name())
        .member("isRunning", instance.isRunning())
        .member("hangs", instance.hangs())
        .member("isStandIn", instance.isStandIn());
  }

  static @Nullable Double time(Optional<Duration> time) {
    return time.map(Seconds::number).orElse(null);
  }

  private static void failure(JsonLine json, CourseFailure failure) {
    json.member("at", Seconds.number(failure.at()))
        .member("job", failure.job())
        .member("instance", failure.instance())
        .member("text", FailureText.text(failure.cause()));
    if (failure.cause() instanceof CourseFailure.OfProcess process) {
      json.member("cause", "process").member("process", process.process());
      MomentJson.status(json, process.status());
    } else if (failure.cause() instanceof CourseFailure.NoProcess process) {
      json.member("cause", "not-run")
          .member("process", process.process())
          .member("reason", process.reason());
    } else {
      json.member("cause", "respawned-too-fast");
    }
  }

  private static void program(JsonLine json, DefaultProgram program) {
    json.member("job", program.job())
        .member("process", program.process().text())
        .member("command", program.command());
  }

  private void end(JsonLine json) {
    json.member("reason", course.end().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .member("at", Seconds.number(course.length()))
        .member("target", course.target().name())
        .array("standIns", course.standIns(), name -> name);
  }
}
