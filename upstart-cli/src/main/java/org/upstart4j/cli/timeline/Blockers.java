package org.upstart4j.cli.timeline;

import org.upstart4j.Capability;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.analysis.Why;
import org.upstart4j.analysis.host.HostKnowledge;
import org.upstart4j.analysis.reason.Answer;
import org.upstart4j.picture.timeline.Row;
import org.upstart4j.picture.timeline.Timeline;
import org.upstart4j.picture.timeline.TimelineRecorder;

/** Finds out what hangs on what, where an Upstart tells its state. */
final class Blockers {

  private Blockers() {}

  /** The timeline, with what is known about those that are on their way. */
  static Timeline of(Upstart upstart, TimelineRecorder recorder, Timeline timeline) {
    boolean hangs = timeline.rows().stream().anyMatch(row -> row.standing() == Row.Standing.HANGS);
    if (!hangs) {
      return timeline;
    }
    try {
      if (!upstart.capabilities().contains(Capability.STATE_DUMP)) {
        return timeline;
      }
      Why why = Why.of(HostKnowledge.builder(upstart).build());
      timeline.rows().stream()
          .filter(row -> row.standing() == Row.Standing.HANGS)
          .forEach(row -> tell(recorder, row, why.instance(row.job(), row.instance())));
      return recorder.timeline();
    } catch (UpstartException untold) {
      // what the states alone say is true, too
      return timeline;
    }
  }

  /** Who holds it says more than that it is held. */
  private static void tell(TimelineRecorder recorder, Row row, Answer answer) {
    answer.reasons().stream()
        .findFirst()
        .map(reason -> reason.because().stream().findFirst().orElse(reason))
        .ifPresent(reason -> recorder.waitsFor(row.job(), row.instance(), reason.text()));
  }
}
