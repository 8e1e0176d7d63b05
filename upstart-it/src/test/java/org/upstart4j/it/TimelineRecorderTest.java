package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.upstart4j.Event;
import org.upstart4j.Wait;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.picture.timeline.CriticalPath.Step;
import org.upstart4j.picture.timeline.Life;
import org.upstart4j.picture.timeline.Row;
import org.upstart4j.picture.timeline.Segment;
import org.upstart4j.picture.timeline.Timeline;
import org.upstart4j.picture.timeline.TimelineRecorder;

/** The history of an engine in the process. */
class TimelineRecorderTest {

  private final ManualClock clock = new ManualClock();
  private final ScriptedProcesses processes = new ScriptedProcesses(clock);

  private EmbeddedUpstart upstart() {
    processes.when("/bin/prepare").after(Duration.ofSeconds(2)).exitsWith(0);
    processes.when("/bin/migrate").after(Duration.ofSeconds(3)).exitsWith(0);
    return EmbeddedUpstart.builder()
        .processes(processes)
        .clock(clock)
        .job("old", "exec /usr/sbin/old\n")
        .job("db", "start on go\npre-start exec /bin/prepare\nexec /usr/sbin/db\n")
        .job("web", "start on started db\nexec /usr/sbin/web\n")
        .job("migrate", "start on starting web\ntask\nexec /bin/migrate\n")
        .build();
  }

  private static Row row(Timeline timeline, String job) {
    return timeline.rows().stream()
        .filter(row -> row.job().equals(job))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of " + job));
  }

  @Test
  void itKnowsWhatWasThereWhatHappenedAndWhy() {
    try (EmbeddedUpstart upstart = upstart()) {
      upstart.job("old").start(Wait.NO_WAIT);
      try (TimelineRecorder recorder = TimelineRecorder.of(upstart, clock::elapsed)) {
        upstart.emit(Event.of("go"), Wait.NO_WAIT);
        clock.advance(Duration.ofSeconds(9));
        Timeline timeline = recorder.timeline();

        assertThat(row(timeline, "old").lives()).extracting(Life::isOlder).containsExactly(true);
        assertThat(row(timeline, "web").time(Segment.Kind.WAITED)).hasSeconds(3);
        assertThat(row(timeline, "db").time(Segment.Kind.WORKED)).hasSeconds(2);
        assertThat(timeline.leadingTo("web").orElseThrow().criticalPath().orElseThrow().steps())
            .extracting(Step::what)
            .containsExactly("web runs", "migrate has done its work", "db runs", "event go");
      }
    }
  }

  @Test
  void itCanBeLookedAtWhileThingsHang() {
    try (EmbeddedUpstart upstart = upstart();
        TimelineRecorder recorder = TimelineRecorder.of(upstart, clock::elapsed)) {
      upstart.emit(Event.of("go"), Wait.NO_WAIT);
      clock.advance(Duration.ofSeconds(1));
      assertThat(row(recorder.timeline(), "db").notes())
          .containsExactly("pre-start since 0.000: its pre-start process has not ended");

      clock.advance(Duration.ofSeconds(2));
      assertThat(row(recorder.timeline(), "web").notes())
          .containsExactly("starting since 2.000: it waits for migrate");

      clock.advance(Duration.ofSeconds(5));
      assertThat(recorder.timeline().rows()).allSatisfy(row -> assertThat(row.notes()).isEmpty());
    }
  }

  @Test
  void afterItIsClosedItHearsNothing() {
    try (EmbeddedUpstart upstart = upstart()) {
      TimelineRecorder recorder = TimelineRecorder.of(upstart, clock::elapsed);
      recorder.close();
      upstart.job("old").start(Wait.NO_WAIT);

      assertThat(recorder.timeline().rows()).isEmpty();
      assertThat(recorder.heard()).isZero();
    }
  }
}
