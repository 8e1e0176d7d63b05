package org.upstart4j.cli.simulate;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.cli.command.TextWrap;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.simulation.Course;
import org.upstart4j.simulation.CourseFailure;
import org.upstart4j.simulation.InstanceCourse;
import org.upstart4j.simulation.Moment;

/** Prints a course for people: the timeline, and then what did not go well. */
final class CourseText {

  private static final int COLUMNS = 100;
  private static final String INDENT = "  ";

  private final PrintWriter out;
  private final Paint paint;
  private final Course course;
  private final String folder;
  private final boolean isVerbose;

  CourseText(PrintWriter out, Paint paint, Course course, String folder, boolean isVerbose) {
    this.out = out;
    this.paint = paint;
    this.course = course;
    this.folder = folder;
    this.isVerbose = isVerbose;
  }

  void print() {
    timeline();
    neverStarted();
    list("Failed", failures(), paint::bad);
    list("Rejected, so that Upstart knows no such job", rejected(), paint::bad);
    list("On their way, and waiting for something that does not come", hanging(), paint::doubtful);
    list(
        "Running without Upstart knowing, as they forked more often than expected",
        course.lost(),
        paint::doubtful);
    if (isVerbose || !course.hanging().isEmpty() || !course.notEmitted().isEmpty()) {
      list(
          "Events that are not finished, as jobs wait or are on their way",
          texts(course.openEvents()),
          paint::doubtful);
    }
    list(
        "Events that were not emitted, as one before them has not ended",
        texts(course.notEmitted()),
        paint::doubtful);
    list(
        "Programs of the scenario that were for no process",
        course.unusedPrograms(),
        paint::doubtful);
    paragraph("Stand-ins, as the folder has no such job", course.standIns());
    paragraph("Programs that ran by default, as the scenario does not know them", byDefault());
    out.println(end());
  }

  private void timeline() {
    TimelineLines lines = new TimelineLines(paint, course, isVerbose);
    int width = TimelineLines.width(course.length());
    for (Moment moment : course.moments()) {
      lines
          .line(moment)
          .ifPresent(
              line ->
                  out.println(
                      String.format(Locale.ROOT, "%" + width + "s  ", Seconds.text(moment.at()))
                          + line));
    }
  }

  private interface Look {
    String of(String text);
  }

  private void list(String title, Collection<String> items, Look look) {
    if (!items.isEmpty()) {
      out.println();
      out.println(look.of(title + ":"));
      items.forEach(item -> out.println(INDENT + Visible.text(item)));
    }
  }

  private void paragraph(String title, Collection<String> items) {
    if (!items.isEmpty()) {
      out.println();
      out.println(title + ":");
      TextWrap.indented(Visible.text(String.join(", ", items)), INDENT, COLUMNS)
          .forEach(out::println);
    }
  }

  private void neverStarted() {
    if (course.neverStarted().isEmpty()) {
      return;
    }
    out.println();
    out.println(paint.bad("Never started:"));
    course
        .whyNeverStarted(folder)
        .forEach(
            (job, reasons) -> {
              out.println(INDENT + Visible.text(job));
              reasons.forEach(this::reason);
            });
  }

  private void reason(Reason reason) {
    TextWrap.indented(Visible.text(reason.text()), INDENT + INDENT, COLUMNS).forEach(out::println);
  }

  private List<String> failures() {
    List<String> lines = new ArrayList<>();
    for (CourseFailure failure : course.failures()) {
      lines.add(
          "%s at %s: %s"
              .formatted(
                  failure.label(), Seconds.text(failure.at()), FailureText.text(failure.cause())));
    }
    return lines;
  }

  private List<String> rejected() {
    List<String> lines = new ArrayList<>();
    course.rejected().forEach((job, why) -> lines.add(job + ": " + why));
    return lines;
  }

  private List<String> hanging() {
    return course.hanging().stream()
        .map(
            instance ->
                "%s, since %s: %s/%s"
                    .formatted(
                        instance.label(), since(instance), instance.goal(), instance.state()))
        .toList();
  }

  private String since(InstanceCourse instance) {
    String since = Seconds.text(instance.started());
    for (Moment moment : course.moments()) {
      if (moment instanceof Moment.NewState state
          && JobStatus.label(state.job(), state.instance()).equals(instance.label())) {
        since = Seconds.text(state.at());
      }
    }
    return since;
  }

  private static <T> List<String> texts(List<T> items) {
    return items.stream().map(String::valueOf).toList();
  }

  private Collection<String> byDefault() {
    Collection<String> labels = new LinkedHashSet<>();
    course
        .byDefault()
        .forEach(
            program ->
                labels.add(
                    program.process() == ProcessType.MAIN
                        ? program.job()
                        : program.job() + " " + program.process()));
    return labels;
  }

  private String end() {
    String text = "\nEnded after " + Seconds.text(course.length()) + " s of simulated time: ";
    return switch (course.end()) {
      case QUIET -> text + "nothing more happens until something comes from outside.";
      case TIME_LIMIT -> text + "more would happen, and --limit makes it longer.";
      case MOMENT_LIMIT -> paint.bad(text.strip()) + " too much has happened. " + restless();
    };
  }

  /** Names the job that was started most often. */
  private String restless() {
    return course.instances().stream()
        .reduce((one, other) -> other.starts() > one.starts() ? other : one)
        .map(
            most ->
                Visible.text(most.label())
                    + " was started "
                    + most.starts()
                    + " times: jobs that set each other off go on for ever.")
        .orElse("Jobs that set each other off go on for ever.");
  }
}
