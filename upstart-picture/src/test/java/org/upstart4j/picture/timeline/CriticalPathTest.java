package org.upstart4j.picture.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.State;
import org.upstart4j.picture.timeline.CriticalPath.Step;

class CriticalPathTest {

  /** A web server waits for its database, and then for a task that its start sets off. */
  private static Told boot() {
    Told told = new Told().job("db", "startup").job("web", "startup and started db");
    told.job("migrate", "starting web").job("log", "startup").outside("startup").runs("log");
    told.start("db").is("db", State.STARTING).is("db", State.PRE_START).at(2);
    told.is("db", State.SPAWNED).is("db", State.RUNNING).own("started", "db").start("web");
    told.is("web", State.STARTING).own("starting", "web").start("migrate");
    told.is("migrate", State.STARTING).is("migrate", State.SPAWNED).is("migrate", State.RUNNING);
    told.at(5).stop("migrate").is("migrate", State.STOPPING).is("migrate", State.WAITING);
    told.finished("starting JOB=web INSTANCE=").is("web", State.PRE_START);
    return told.at(6).is("web", State.RUNNING).own("started", "web");
  }

  private static List<String> steps(Timeline timeline) {
    return timeline.criticalPath().orElseThrow().steps().stream()
        .map(
            step ->
                "%d %s, waited %d, worked %d"
                    .formatted(
                        step.at().toSeconds(),
                        step.what(),
                        step.waited().toSeconds(),
                        step.worked().toSeconds()))
        .toList();
  }

  @Test
  void itGoesBackOverWhatCameLastEachTime() {
    assertThat(steps(boot().timeline()))
        .containsExactly(
            "6 web runs, waited 3, worked 1",
            "5 migrate has done its work, waited 0, worked 3",
            "2 db runs, waited 0, worked 2",
            "0 event startup, from outside, waited 0, worked 0");
  }

  @Test
  void itCanLeadToAnyJob() {
    Timeline timeline = boot().timeline().leadingTo("db").orElseThrow();

    assertThat(steps(timeline))
        .containsExactly(
            "2 db runs, waited 0, worked 2", "0 event startup, from outside, waited 0, worked 0");
    assertThat(timeline.criticalPath().orElseThrow().goal()).isEqualTo("db");
  }

  @Test
  void itCanLeadToAnEvent() {
    Timeline timeline = boot().at(7).emitted("ready").timeline();

    assertThat(steps(timeline.leadingTo("ready").orElseThrow()))
        .containsExactly("7 event ready, waited 0, worked 0");
    assertThat(steps(timeline.leadingTo("started").orElseThrow()))
        .containsExactly(
            "2 event started db, waited 0, worked 0",
            "2 db runs, waited 0, worked 2",
            "0 event startup, from outside, waited 0, worked 0");
  }

  @Test
  void whatHangsHasAPathToWhereItIs() {
    Told told = new Told().job("web", "startup").outside("startup").start("web");
    Timeline timeline = told.is("web", State.PRE_START).at(30).timeline();

    assertThat(steps(timeline.leadingTo("web").orElseThrow()))
        .containsExactly(
            "30 web is in pre-start, waited 0, worked 30",
            "0 event startup, from outside, waited 0, worked 0");
  }

  @Test
  void nothingLeadsToWhatIsNotThere() {
    assertThat(boot().timeline().leadingTo("nobody")).isEmpty();
  }

  @Test
  void jobsThatSetEachOtherOffDoNotMakeItEndless() {
    Told told = new Told().job("a", "stopped b or go").job("b", "stopped a").outside("go");
    for (int i = 0; i < 20; i++) {
      String job = i % 2 == 0 ? "a" : "b";
      told.runs(job).stop(job).is(job, State.WAITING).own("stopped", job);
    }

    assertThat(told.timeline().criticalPath().orElseThrow().steps()).hasSizeLessThan(50);
  }

  @Test
  void timesOnItNeverGoUp() {
    List<Duration> times =
        boot().timeline().criticalPath().orElseThrow().steps().stream().map(Step::at).toList();

    assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
  }
}
