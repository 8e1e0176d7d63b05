package org.upstart4j.picture.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.picture.timeline.Row.Standing;
import org.upstart4j.picture.timeline.Segment.Kind;

class TimelineBuilderTest {

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  @Test
  void nothingMakesAnEmptyTimeline() {
    Timeline timeline = new TimelineBuilder().build();

    assertThat(timeline.rows()).isEmpty();
    assertThat(timeline.length()).isZero();
    assertThat(timeline.criticalPath()).isEmpty();
  }

  @Test
  void waitingForOthersIsToldApartFromWorkAndFromRunning() {
    Told told = new Told().start("web").is("web", State.STARTING);
    told.at(2).is("web", State.PRE_START).at(5).is("web", State.SPAWNED);
    Timeline timeline = told.at(6).is("web", State.RUNNING).at(10).timeline();

    Row web = Told.row(timeline, "web");
    assertThat(web.time(Kind.WAITED)).isEqualTo(seconds(2));
    assertThat(web.time(Kind.WORKED)).isEqualTo(seconds(4));
    assertThat(web.time(Kind.RAN)).isEqualTo(seconds(4));
    assertThat(web.lives().get(0).running()).contains(seconds(6));
    assertThat(web.standing()).isEqualTo(Standing.RUNS);
  }

  @Test
  void anAndWaitsFromItsFirstEventToItsLastAndTheLastSetsItOff() {
    Told told = new Told().job("web", "a and b").at(1).outside("a").at(4).outside("b");
    Timeline timeline = told.runs("web").at(5).timeline();

    Life web = Told.life(timeline, "web");
    assertThat(web.from()).isEqualTo(seconds(1));
    assertThat(web.started()).isEqualTo(seconds(4));
    assertThat(web.time(Kind.WAITED)).isEqualTo(seconds(3));
    assertThat(web.startedBy())
        .extracting(cause -> cause.event().event().name(), Cause::isLast)
        .containsExactly(tuple("a", false), tuple("b", true));
  }

  @Test
  void aBranchOfAnOrThatIsNotTrueIsNoCause() {
    Told told = new Told().job("web", "(a and b) or c").at(1).outside("a").at(2).outside("c");
    Timeline timeline = told.runs("web").timeline();

    assertThat(Told.life(timeline, "web").startedBy())
        .extracting(cause -> cause.event().event().name())
        .containsExactly("c");
  }

  @Test
  void aStartByHandHasNoCause() {
    Told told = new Told().job("web", "a").outside("b").runs("web").at(1).outside("a");

    assertThat(Told.life(told.timeline(), "web").startedBy()).isEmpty();
  }

  @Test
  void anEventThatFoundTheJobRunningDoesNotExplainALaterStart() {
    Told told = new Told().job("web", "a").outside("a").runs("web").at(2).outside("a");
    told.at(3).stop("web").is("web", State.STOPPING).is("web", State.WAITING).at(4).runs("web");
    Timeline timeline = told.timeline();

    assertThat(Told.row(timeline, "web").lives()).hasSize(2);
    assertThat(Told.row(timeline, "web").lives().get(1).startedBy()).isEmpty();
  }

  @Test
  void aStopHasItsCauseToo() {
    Told told = new Told().job("web", "a", "runlevel [016]").outside("a").runs("web");
    told.at(3).outside("runlevel RUNLEVEL=0").stop("web").is("web", State.STOPPING);
    Timeline timeline = told.at(4).is("web", State.WAITING).timeline();

    assertThat(Told.life(timeline, "web").stoppedBy())
        .extracting(cause -> cause.event().event().toString())
        .containsExactly("runlevel RUNLEVEL=0");
    assertThat(Told.row(timeline, "web").standing()).isEqualTo(Standing.ENDED);
  }

  @Test
  void anEventAboutAJobComesFromItsRow() {
    Told told = new Told().runs("db").own("started", "db").at(1).emitted("other");
    Timeline timeline = told.timeline();

    assertThat(timeline.events().get(0).by()).contains(Told.row(timeline, "db").id());
    assertThat(timeline.events().get(1).by()).isEmpty();
  }

  @Test
  void anEventComesFromTheOnlyInstanceAtWorkThatSaysThatItEmitsIt() {
    Told told = new Told().emits("mountall", "startup", "mounted*").outside("startup");
    Timeline timeline = told.runs("mountall").at(1).emitted("mounted-all").timeline();

    assertThat(timeline.events().get(1).by()).contains(Told.row(timeline, "mountall").id());
  }

  @Test
  void aRespawnIsAMarkInTheSameLife() {
    Told told = new Told().runs("web").at(2).ended("web", ExitStatus.of(3));
    told.is("web", State.STOPPING).is("web", State.KILLED).is("web", State.POST_STOP);
    told.is("web", State.STARTING).is("web", State.SPAWNED).is("web", State.RUNNING);
    Timeline timeline = told.at(5).timeline();

    Row web = Told.row(timeline, "web");
    assertThat(web.lives()).hasSize(1);
    assertThat(web.respawns()).isEqualTo(1);
    assertThat(web.lives().get(0).marks())
        .containsExactly(
            new Mark(Mark.Kind.RESPAWN, seconds(2), "its main process exited with status 3"));
  }

  @Test
  void aRestartIsANewLife() {
    Told told = new Told().runs("web").at(2).stop("web").start("web").is("web", State.STOPPING);
    told.is("web", State.POST_STOP).at(3).is("web", State.STARTING).is("web", State.RUNNING);
    Timeline timeline = told.at(5).timeline();

    assertThat(Told.row(timeline, "web").lives()).hasSize(2);
    assertThat(Told.row(timeline, "web").respawns()).isZero();
  }

  @Test
  void everyStartOfAnInstanceIsInItsRow() {
    Told told = new Told();
    for (int i = 0; i < 3; i++) {
      told.at(i).runs("cron").at(i + 0.5).stop("cron").is("cron", State.WAITING);
    }

    assertThat(Told.row(told.timeline(), "cron").lives()).hasSize(3);
  }

  @Test
  void whatFailedHangsOrNeverStartedComesFirst() {
    Told told = new Told().job("never", "go and nothing").outside("go").runs("ok").start("hang");
    told.is("hang", State.PRE_START).start("bad").is("bad", State.SPAWNED);
    told.at(1).ended("bad", ExitStatus.of(1)).failed("bad", ExitStatus.of(1)).stop("bad");
    Timeline timeline = told.is("bad", State.WAITING).at(9).timeline();

    assertThat(timeline.rows())
        .extracting(Row::job, Row::standing)
        .containsExactly(
            tuple("bad", Standing.FAILED),
            tuple("hang", Standing.HANGS),
            tuple("never", Standing.NEVER),
            tuple("ok", Standing.RUNS));
    assertThat(timeline.rows())
        .extracting(Row::notes)
        .containsExactly(
            List.of("failed at 1.000: its main process exited with status 1"),
            List.of("pre-start since 0.000: its pre-start process has not ended"),
            List.of("it waits for nothing; go came"),
            List.of());
  }

  @Test
  void whatIsHeldByItsOwnEventSaysByWhom() {
    Told told = new Told().job("migrate", "starting web").start("web").is("web", State.STARTING);
    told.own("starting", "web").start("migrate").is("migrate", State.PRE_START);

    assertThat(Told.row(told.at(3).timeline(), "web").notes())
        .containsExactly("starting since 0.000: it waits for migrate");
  }

  @Test
  void whatIsToldAboutAHangingInstanceCountsMore() {
    Told told = new Told().start("web").is("web", State.PRE_START).at(1);
    told.builder().waitsFor("web", "", "it waits for the moon");

    assertThat(Told.row(told.timeline(), "web").notes())
        .containsExactly("pre-start since 0.000: it waits for the moon");
  }

  @Test
  void aJobThatFailedAndRunsAgainRuns() {
    Told told = new Told().runs("web").failed("web", ExitStatus.of(1)).stop("web");
    Timeline timeline = told.is("web", State.WAITING).at(1).runs("web").at(2).timeline();

    assertThat(Told.row(timeline, "web").standing()).isEqualTo(Standing.RUNS);
    assertThat(Told.row(timeline, "web").notes()).isEmpty();
  }

  @Test
  void whatWasThereBeforeBeganBefore() {
    Told told = new Told();
    told.builder()
        .older(new JobStatus("web", "", Goal.START, State.RUNNING, List.of()))
        .older(JobStatus.notRunning("idle"));
    Timeline timeline = told.at(3).timeline();

    assertThat(timeline.rows()).hasSize(1);
    assertThat(Told.life(timeline, "web").isOlder()).isTrue();
    assertThat(Told.row(timeline, "web").time(Kind.RAN)).isEqualTo(seconds(3));
  }

  @Test
  void whatDidNotStartInAPartOfALifeMayHaveRunBefore() {
    Told told = new Told().job("idle", "a and b").job("half", "c and d").finished("c").at(1);

    assertThat(told.timeline().rows()).extracting(Row::job).containsExactly("half");
    assertThat(told.at(2).finished("startup").timeline().rows()).hasSize(2);
  }

  @Test
  void aClockThatGoesBackDoesNotTurnTheOrderRound() {
    Told told = new Told().at(5).runs("web").at(2).stop("web").is("web", State.WAITING);

    assertThat(Told.life(told.timeline(), "web").to()).isEqualTo(seconds(5));
  }

  @Test
  void unknownStatesOfAnotherUpstartAreWork() {
    Told told = new Told().start("web").is("web", new State("dreaming"));

    assertThat(Told.row(told.at(2).timeline(), "web").time(Kind.WORKED)).isEqualTo(seconds(2));
  }

  @Test
  void aPartHasTheWantedRowsAndTheSamePath() {
    Told told = new Told().runs("db").at(1).runs("web");
    Timeline part = told.timeline().ofJobs("db"::equals);

    assertThat(part.rows()).extracting(Row::job).containsExactly("db");
    assertThat(part.criticalPath()).map(CriticalPath::goal).contains("web");
  }
}
