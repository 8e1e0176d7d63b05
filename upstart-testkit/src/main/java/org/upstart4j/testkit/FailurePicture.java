package org.upstart4j.testkit;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.upstart4j.JobStatus;
import org.upstart4j.UpstartException;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.picture.Page;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobGraphBuilder;
import org.upstart4j.picture.timeline.Timeline;
import org.upstart4j.picture.timeline.TimelineBuilder;

/**
 * The jobs of a test that has failed, in pictures. With {@link Retelling} it alone knows
 * upstart-picture.
 */
final class FailurePicture {

  private static final int LONGEST = 2000;

  private FailurePicture() {}

  static String draw(ExtensionContext context, Throwable failure, TestRun run, TestedJobs jobs)
      throws IOException {
    JobFolder folder = jobs.read();
    return Page.of(title(context))
        .with(graph(folder, Target.of(jobs.version()), statuses(run)))
        .with(timeline(folder, run, jobs.version()))
        .withNote(text(failure))
        .withNote("It failed at " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ".")
        .toHtml();
  }

  private static String title(ExtensionContext context) {
    String method = context.getRequiredTestMethod().getName();
    String display = context.getDisplayName();
    return context.getRequiredTestClass().getSimpleName()
        + "."
        + method
        + (display.startsWith(method + "(") ? "" : " " + display)
        + " failed";
  }

  private static JobGraph graph(JobFolder folder, Target target, List<JobStatus> statuses) {
    return JobGraphBuilder.of(folder, target)
        .findings(Check.of(target).check(folder))
        .statuses(statuses)
        .stops()
        .build();
  }

  private static Timeline timeline(JobFolder folder, TestRun run, UpstartVersion version) {
    TimelineBuilder timeline = new TimelineBuilder().folder(folder, version);
    run.recording().tell(new Retelling(timeline));
    return timeline.endsAt(run.machine().elapsed()).build();
  }

  /** A test may have closed its Upstart. */
  private static List<JobStatus> statuses(TestRun run) {
    try {
      return run.upstart().statuses();
    } catch (UpstartException closed) {
      return List.of();
    }
  }

  private static String text(Throwable failure) {
    String text = Story.without(String.valueOf(failure)).strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
  }
}
