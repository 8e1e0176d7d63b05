package org.upstart4j.analysis.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Goal;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.State;
import org.upstart4j.analysis.reason.NotKnown;
import org.upstart4j.spi.Located.Place;

/** Processes are seen where their numbers are those that Upstart tells. */
class SeenProcessesTest {

  @TempDir private Path folder;
  private final Gaps gaps = new Gaps();
  private MadeProc made;

  @BeforeEach
  void make() throws IOException {
    made = new MadeProc(folder).uptime("1000.00").process(1, 0, "init", 'S', 0);
  }

  private static JobStatus running(String job, int pid) {
    return new JobStatus(
        job, "", Goal.START, State.RUNNING, List.of(new JobProcess(ProcessType.MAIN.text(), pid)));
  }

  private List<JobStatus> later = List.of();

  private SeenProcesses seen(Place place, JobStatus... statuses) {
    return new SeenProcesses(
        new ProcFolder(folder), place, () -> List.of(statuses), () -> later, gaps);
  }

  @Test
  void theProcessesOfProcess1AreSeenIfItIsUpstart() {
    assertThat(seen(Place.PROCESS_1, running("web", 42)).areSeen()).isTrue();
    assertThat(gaps.list()).isEmpty();
  }

  @Test
  void ifProcess1IsAnotherProgramUpstartIsInAContainer() throws IOException {
    made.process(1, 0, "systemd", 'S', 0).process(42, 1, "web", 'S', 0);
    assertThat(seen(Place.PROCESS_1, running("web", 42)).areSeen()).isFalse();
    assertThat(gaps.list())
        .extracting(NotKnown::why)
        .singleElement()
        .asString()
        .contains("container");
  }

  @Test
  void aProcessThatKnowsItsJobProvesThatItIsTheOne() throws IOException {
    made.process(1, 0, "systemd", 'S', 0).process(42, 1, "web", 'S', 0);
    Files.writeString(folder.resolve("42/environ"), "UPSTART_JOB=web\0");
    assertThat(seen(Place.PROCESS_1, running("web", 42)).areSeen()).isTrue();
  }

  @Test
  void ifNoneOfSeveralIsThereTheyAreElsewhere() throws IOException {
    assertThat(seen(Place.HERE, running("web", 42), running("db", 43)).areSeen()).isFalse();
    made.process(43, 1, "db", 'S', 0);
    assertThat(seen(Place.HERE, running("web", 42), running("db", 43)).areSeen()).isTrue();
  }

  @Test
  void oneOfWhichUpstartNoLongerTellsHasJustEnded() {
    later = List.of(JobStatus.notRunning("web"));

    assertThat(seen(Place.HERE, running("web", 42)).isThere(42)).isTrue();
  }

  @Test
  void oneThatIsNotThereMayBeGone() {
    later = List.of(running("web", 42));
    SeenProcesses seen = seen(Place.HERE, running("web", 42));
    assertThat(seen.areSeen()).isTrue();
    assertThat(seen.isThere(42)).isFalse();
    assertThat(seen.process(42)).isEmpty();
  }

  @Test
  void ofAnotherMachineNothingIsLookedAt() {
    SeenProcesses seen = seen(Place.ELSEWHERE, running("web", 1));
    assertThat(seen.process(1)).isEmpty();
    assertThat(seen.isThere(1)).isFalse();
    assertThat(gaps.list())
        .containsExactly(new NotKnown("What the processes do", "Upstart runs on another machine"));
  }

  @Test
  void processesThatAreMadeUpAreNotLookedFor() {
    assertThat(seen(Place.MADE_UP, running("web", 1)).process(1)).isEmpty();
    assertThat(gaps.list()).isEmpty();
  }

  @Test
  void whereOthersProcessesAreHiddenNoneIsMissing() throws IOException {
    Files.delete(folder.resolve("1/stat"));
    assertThat(seen(Place.HERE, running("web", 42)).areSeen()).isFalse();
    assertThat(gaps.list()).hasSize(1);
  }
}
