package org.upstart4j.analysis.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.TextEdit;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.shell.Node;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.ExpectStanza;

/** A service of which Upstart sees only the shell. */
final class ShellIsTrackedRule implements JobRule {

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    if (job.isTask() || forks(job)) {
      return;
    }
    CheckedScript.of(job, ProcessType.MAIN)
        .ifPresent(
            process ->
                TrackedShell.of(process, folder.target()).stream()
                    .filter(tracked -> isService(job, tracked))
                    .forEach(tracked -> report(process, tracked, report)));
  }

  /** Without a sign of it the script may be meant to do something and end. */
  private static boolean isService(CheckedJob job, TrackedShell tracked) {
    return job.respawns() || job.stopOn().isPresent() || Daemons.isServer(tracked.service());
  }

  /** With these Upstart does not track the process that it starts. */
  private static boolean forks(CheckedJob job) {
    return job.last("expect")
        .map(placed -> ((ExpectStanza) placed.typed()).expect())
        .filter(expect -> expect == Expect.FORK || expect == Expect.DAEMON)
        .isPresent();
  }

  private static void report(CheckedScript process, TrackedShell tracked, Report report) {
    report.add(
        process.placed().file(),
        process.span(tracked.service()),
        "Upstart tracks " + tracked.keeper() + ", not \"" + process.quote(tracked.service()) + "\"",
        "\"status\" shows the process of "
            + tracked.keeper()
            + ", \"reload\" signals only that, and the job counts as stopped when it is gone,"
            + " though the service may still run. "
            + tracked.instead(),
        fix(process, tracked.places()));
  }

  private static Optional<Fix> fix(CheckedScript process, List<Node> places) {
    List<TextEdit> edits = new ArrayList<>();
    for (Node place : places) {
      SourceSpan span = process.source().span(place.start(), place.start());
      edits.add(new TextEdit(process.placed().file().path(), span, "exec "));
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fix("Write \"exec\" in front of the command", false, edits));
  }
}
