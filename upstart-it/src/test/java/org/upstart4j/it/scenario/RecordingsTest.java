package org.upstart4j.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine, and our initctl over D-Bus, against recordings of the real ones. */
@Execution(ExecutionMode.CONCURRENT)
class RecordingsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("recordings")
  void behavesAsRecorded(Scenario recording) {
    assumeTrue(
        !recording.needsRoot() || System.getProperty("user.name").equals("root"),
        "left out: its jobs change to another user, which only root may do");

    assertThat(Player.play(recording, opener(recording))).as(recording.about()).isEmpty();
  }

  /** Recordings about time use a clock of their own. */
  private static Player.Opener opener(Scenario recording) {
    if (recording.callsInitctl()) {
      return ServedEngine::withInitctl;
    }
    return PretendedPrograms.of(recording).filter(PretendedPrograms::takeTime).isPresent()
        ? ServedEngine::pretending
        : ServedEngine::open;
  }

  /** With programs that take exactly as long as they say, however busy the machine is. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("recordingsThatNeedNoPrograms")
  void behavesAsRecordedInATimeOfItsOwn(Scenario recording) {
    assertThat(Player.play(recording, ServedEngine::pretending)).as(recording.about()).isEmpty();
  }

  static List<Scenario> recordingsThatNeedNoPrograms() {
    return recordings().stream()
        .filter(recording -> PretendedPrograms.of(recording).isPresent())
        .toList();
  }

  static List<Scenario> recordings() {
    return Recordings.all();
  }

  @Test
  void differencesAreFound() {
    Scenario recording = Recordings.own("start-stop");
    List<Step> steps = recording.steps().stream().map(RecordingsTest::withoutOutcome).toList();

    List<Difference> differences =
        Player.play(recording.with(steps.subList(1, 3), List.of()), ServedEngine::open);

    // what nobody waits for may come with the step after it
    assertThat(differences)
        .extracting(Difference::where)
        .anyMatch(where -> where.endsWith("the signals"))
        .contains(
            "start-stop, step 1, start [svc]: the result",
            "start-stop, step 2, status [svc]: the result",
            "start-stop, the list at the end");
  }

  private static Step withoutOutcome(Step step) {
    return new Step(
        step.number(),
        step.verb(),
        step.arguments(),
        step.waits(),
        step.timeout(),
        step.quiet(),
        Result.NOTHING,
        false,
        List.of(),
        false,
        false);
  }

  @Test
  void jobsOfTheRecordingsCallInitctlToo() {
    assertThat(Recordings.own())
        .hasSize(80)
        .filteredOn(Scenario::callsInitctl)
        .extracting(Scenario::name)
        .containsExactly("hand-manual-stop-emitter", "stop-in-pre-start");
  }

  /** The process id and the address of a session are others at every run. */
  @Test
  void everyResultIsComparedButTheListOfSessions() {
    assertThat(Recordings.own().stream().flatMap(RecordingsTest::stepsWithoutComparison))
        .containsExactly("session-environment, step 21, initctl [list-sessions]");
  }

  private static Stream<String> stepsWithoutComparison(Scenario recording) {
    return recording.steps().stream()
        .filter(step -> !Player.isCompared(step))
        .map(step -> recording + ", " + step);
  }
}
