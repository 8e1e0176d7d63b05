package org.upstart4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstart4j.simulation.Samples.PLAIN;
import static org.upstart4j.simulation.Samples.TRUSTY;
import static org.upstart4j.simulation.Samples.folder;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.simulation.scenario.Scenario;

/** What would happen to a folder of jobs. */
class SimulationTest {

  private static final Event GO = Event.of("go");

  @Test
  void aServiceRunsAtTheEndOfABoot() {
    Course course =
        Simulation.of(folder("web", "start on runlevel [2345]\nexec web\n"), TRUSTY).boot();

    assertThat(course.runs("web")).isTrue();
    assertThat(course.neverStarted()).isEmpty();
    assertThat(course.failures()).isEmpty();
    assertThat(course.end()).isEqualTo(CourseEnd.QUIET);
  }

  @Test
  void aJobThatNobodyStartsIsNamed() {
    Course course = Simulation.of(folder("web", "start on nobody\nexec web\n"), TRUSTY).boot();

    assertThat(course.neverStarted()).containsExactly("web");
    assertThat(course.instances("web")).isEmpty();
    assertThat(course.whyNeverStarted("init").get("web"))
        .extracting(Reason::word)
        .containsExactly("never-emitted");
  }

  @Test
  void aTaskThatFailsIsNamedWithItsProcessAndStatus() {
    JobFolder folder = folder("migrate", "start on go\ntask\nexec /usr/bin/migrate --all\n");
    Scenario scenario =
        Scenario.parse("programs:\n- {program: /usr/bin/migrate, ends-after: 3s, exits-with: 2}\n");

    Course course = Simulation.of(folder, PLAIN).with(scenario).emit(GO);

    assertThat(course.failures())
        .containsExactly(
            new CourseFailure(
                Duration.ofSeconds(3),
                "migrate",
                "",
                new CourseFailure.OfProcess("main", ExitStatus.of(2))));
    assertThat(course.length()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aProgramThatCannotBeRunIsNamedWithTheReason() {
    Course course = emit(folder("web", "start on go\nexec web\n"), "cannot-run: no such file");

    assertThat(course.failures())
        .extracting(CourseFailure::cause)
        .containsExactly(new CourseFailure.NoProcess("main", "no such file"));
  }

  @Test
  void aServiceThatIsRespawnedTooFastIsNamed() {
    Course course =
        emit(folder("web", "start on go\nrespawn\nrespawn limit 3 5\nexec web\n"), "exits-with: 1");

    assertThat(course.failures())
        .extracting(CourseFailure::cause)
        .containsExactly(new CourseFailure.TooFast());
    assertThat(course.instances("web").get(0).starts()).isEqualTo(4);
    assertThat(course.runs("web")).isFalse();
  }

  @Test
  void aServiceComesBackIfItEndsOnceOnly() {
    Course course =
        emit(
            folder("web", "start on go\nrespawn\nexec web\n"),
            "killed-by: SEGV, ends-after: 1m, then: {never-ends: true}");

    assertThat(course.runs("web")).isTrue();
    assertThat(course.moments())
        .contains(
            new Moment.Ended(
                Duration.ofMinutes(1),
                "web",
                "",
                ProcessType.MAIN,
                ExitStatus.of(Signal.of("SEGV"))));
  }

  @Test
  void aDaemonThatNeverForksHangs() {
    Course course = emit(folder("web", "start on go\nexpect daemon\nexec web\n"), "forks: 0");

    assertThat(course.hanging()).extracting(InstanceCourse::label).containsExactly("web");
    assertThat(course.openEvents()).contains(GO);
    assertThat(course.runs("web")).isFalse();
  }

  @Test
  void aProcessThatForksTooOftenIsLost() {
    Course course = emit(folder("web", "start on go\nexpect fork\nexec web\n"), "forks: 2");

    assertThat(course.lost()).containsExactly("web");
    assertThat(course.runs("web")).isFalse();
  }

  @Test
  void aJobThatStopsItselfIsReady() {
    Course course =
        emit(folder("web", "start on go\nexpect stop\nexec web\n"), "stops-itself: true");

    assertThat(course.runs("web")).isTrue();
  }

  @Test
  void whatAProgramEmitsStartsOthersWithTheProcesssVariables() {
    Course course =
        Simulation.of(
                folder(
                    "net", "start on go\ninstance $CARD\npre-start exec up $CARD\n",
                    "web", "start on net-up IFACE=eth7\nexec web\n"),
                PLAIN)
            .with(Scenario.parse("programs: [{program: up, emits: ['net-up IFACE=$CARD']}]"))
            .emit(GO.with("CARD", "eth7"));

    assertThat(course.runs("web")).isTrue();
  }

  @Test
  void eventsAreEmittedEachWhenTheOneBeforeHasEnded() {
    JobFolder folder =
        folder("slow", "start on first\ntask\nexec slow\n", "web", "start on second\nexec web\n");
    Scenario scenario = Scenario.parse("programs: [{program: slow, ends-after: 4s}]");

    Course course =
        Simulation.of(folder, PLAIN).with(scenario).emit(Event.of("first"), Event.of("second"));

    assertThat(course.instances("web").get(0).started()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void anEventBehindOneThatNeverEndsIsNotEmitted() {
    JobFolder folder = folder("slow", "start on first\ntask\nexec slow\n");
    Scenario scenario = Scenario.parse("programs: [{program: slow, never-ends: true}]");

    Course course =
        Simulation.of(folder, PLAIN).with(scenario).emit(Event.of("first"), Event.of("second"));

    assertThat(course.notEmitted()).containsExactly(Event.of("second"));
    assertThat(course.openEvents()).containsExactly(Event.of("first"));
  }

  @Test
  void jobsThatSetEachOtherOffForEverComeToAnEnd() {
    JobFolder folder =
        folder(
            "a",
            "start on go or stopped b\ntask\nexec a\n",
            "b",
            "start on stopped a\ntask\nexec b\n");

    Course course = Simulation.of(folder, PLAIN).withMost(5_000).emit(GO);

    assertThat(course.end()).isEqualTo(CourseEnd.MOMENT_LIMIT);
    assertThat(course.moments()).hasSize(5_000);
  }

  @Test
  void jobsWithoutProcessesThatSetEachOtherOffForEverComeToAnEnd() {
    JobFolder folder =
        folder(
            "a",
            "start on go or stopped b\nstop on started a\n",
            "b",
            "start on stopped a\nstop on started b\n");

    Course course = Simulation.of(folder, PLAIN).withMost(5_000).emit(GO);

    assertThat(course.end()).isEqualTo(CourseEnd.MOMENT_LIMIT);
  }

  @Test
  void respawningWithoutALimitComesToAnEnd() {
    Course course =
        Simulation.of(
                folder("web", "start on go\nrespawn\nrespawn limit unlimited\nexec web\n"), PLAIN)
            .with(Scenario.parse("programs: [{program: web, exits-with: 1}]"))
            .withMost(5_000)
            .emit(GO);

    assertThat(course.end()).isEqualTo(CourseEnd.MOMENT_LIMIT);
  }

  @Test
  void whatGoesOnForEverEndsAtTheLimitOfTime() {
    Course course =
        Simulation.of(folder("web", "start on go\nrespawn\nexec web\n"), PLAIN)
            .with(Scenario.parse("programs: [{program: web, ends-after: 1m}]"))
            .withLongest(Duration.ofMinutes(5))
            .emit(GO);

    assertThat(course.end()).isEqualTo(CourseEnd.TIME_LIMIT);
    assertThat(course.length()).isEqualTo(Duration.ofMinutes(5));
    assertThat(course.runs("web")).isTrue();
  }

  @Test
  void programsThatTheScenarioDoesNotKnowRanByDefault() {
    Course course =
        Simulation.of(
                folder(
                    "a",
                    "start on go\nexec known\n",
                    "b",
                    "start on go\npre-start exec up\nexec b\n"),
                PLAIN)
            .with(Scenario.parse("programs: [{program: known, never-ends: true}]"))
            .emit(GO);

    assertThat(course.byDefault())
        .extracting(DefaultProgram::command)
        .containsExactlyInAnyOrder("up", "b");
  }

  @Test
  void aProcessThatIsACommandOfUpstartsOwnDoesWhatItSays() {
    Course course =
        Simulation.of(
                folder(
                    "boot", "start on go\ntask\nexec /sbin/initctl emit --no-wait ready A=$A\n",
                    "web", "start on ready A=7\nexec web\n",
                    "db", "start on started web\npre-start exec start cache\nexec db\n",
                    "cache", "exec cache\n"),
                PLAIN)
            .emit(GO.with("A", "7"));

    assertThat(course.runs("web")).isTrue();
    assertThat(course.runs("cache")).isTrue();
    assertThat(course.byDefault())
        .extracting(DefaultProgram::job)
        .containsExactlyInAnyOrder("web", "db", "cache");
  }

  @Test
  void whatAProcessWouldHaveDoneHadItNotBeenKilledTakesNoTime() {
    Course course =
        Simulation.of(
                folder(
                    "web", "start on go\nstop on started other\nexec web\n",
                    "other", "start on started web\nexec other\n"),
                PLAIN)
            .with(Scenario.parse("programs: [{program: web, ends-after: 90s}]"))
            .emit(GO);

    assertThat(course.length()).isEqualTo(Duration.ZERO);
  }

  @Test
  void anEntryOfTheScenarioThatIsForNoProcessIsNamed() {
    Course course =
        Simulation.of(folder("web", "start on go\nexec web\n"), PLAIN)
            .with(
                Scenario.parse(
                    "programs: [{program: web}, {program: wbe}, {job: web, process: pre-start}]"))
            .emit(GO);

    assertThat(course.unusedPrograms()).containsExactly("program wbe", "job web process pre-start");
  }

  @Test
  void anOverrideFileCounts() {
    Course course =
        Simulation.of(folder("web", "start on go\nexec web\n", "web.override", "manual\n"), PLAIN)
            .emit(GO);

    assertThat(course.neverStarted()).containsExactly("web");
  }

  @Test
  void aFileThatUpstartRejectsIsNoJob() {
    Course course = Simulation.of(folder("web", "start on go\nexce web\n"), PLAIN).emit(GO);

    assertThat(course.rejected()).containsOnlyKeys("web");
    assertThat(course.neverStarted()).isEmpty();
  }

  @Test
  void aJobOfTheScenarioStandsInOnlyForOneThatTheFolderLacks() {
    Scenario scenario =
        Scenario.parse(
            "jobs:\n  db: |\n    start on go\n    exec standin\n  web: |\n    exec standin\n");

    Course course =
        Simulation.of(folder("web", "start on started db\nexec web\n"), PLAIN)
            .with(scenario)
            .emit(GO);

    assertThat(course.standIns()).containsExactly("db");
    assertThat(course.runs("web")).isTrue();
    assertThat(course.instances())
        .extracting(InstanceCourse::isStandIn)
        .containsExactly(true, false);
    assertThat(course.folder().jobs()).containsExactly("web");
  }

  @Test
  void aPlainVersionKnowsStartupAndARunlevelOnly() {
    Course course =
        Simulation.of(
                folder(
                    "a",
                    "start on startup\n",
                    "b",
                    "start on runlevel 2\n",
                    "c",
                    "start on filesystem\n"),
                PLAIN)
            .boot();

    assertThat(course.neverStarted()).containsExactly("c");
  }

  @Test
  void theSameComesOutEachTime() {
    JobFolder folder =
        folder(
            "a", "start on runlevel 2\nexec a\n",
            "b", "start on started a or net-device-up IFACE=eth0\ntask\nexec b\n",
            "c", "start on mounted MOUNTPOINT=/ and stopped b\nrespawn\nexec c\n");

    List<Moment> first = Simulation.of(folder, TRUSTY).boot().moments();

    for (int i = 0; i < 20; i++) {
      assertThat(Simulation.of(folder, TRUSTY).boot().moments()).isEqualTo(first);
    }
  }

  @Test
  void theFinalStateIsUpstartsOwn() {
    Course course =
        Simulation.of(folder("web", "start on go and never\nexec web\n"), PLAIN).emit(GO);

    assertThat(course.state().job("web").orElseThrow().instances()).isEmpty();
    assertThat(course.state().events()).hasSize(1);
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    Simulation simulation = Simulation.of(folder(), PLAIN);

    assertThatThrownBy(() -> simulation.withMost(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> simulation.withLongest(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Emits go to jobs whose program is web. */
  private static Course emit(JobFolder folder, String does) {
    return Simulation.of(folder, PLAIN)
        .with(Scenario.parse("programs: [{program: web, " + does + "}]"))
        .emit(GO);
  }
}
