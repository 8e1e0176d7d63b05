package org.upstart4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobStatusTest {

  private static JobStatus status(
      String job, String instance, Goal goal, State state, JobProcess... processes) {
    return new JobStatus(job, instance, goal, state, List.of(processes));
  }

  private static JobProcess process(ProcessType type, int pid) {
    return new JobProcess(type, pid);
  }

  @Test
  void aRunningJobIsPrintedWithItsMainProcess() {
    assertThat(status("foo", "", Goal.START, State.RUNNING, process(ProcessType.MAIN, 22490)))
        .hasToString("foo start/running, process 22490");
  }

  @Test
  void anInstanceIsPrintedAfterItsJob() {
    assertThat(status("tty", "tty1", Goal.START, State.RUNNING, process(ProcessType.MAIN, 22507)))
        .hasToString("tty (tty1) start/running, process 22507");
  }

  @Test
  void aJobWithoutProcessesIsPrintedWithoutThem() {
    assertThat(status("nomain", "", Goal.START, State.RUNNING)).hasToString("nomain start/running");
    assertThat(JobStatus.notRunning("foo")).hasToString("foo stop/waiting");
  }

  @ParameterizedTest
  @CsvSource({"MAIN", "PRE_START", "POST_STOP"})
  void aFirstProcessThatTheStateNamesIsPrintedWithoutItsName(ProcessType type) {
    assertThat(status("pre", "", Goal.START, State.PRE_START, process(type, 22540)))
        .hasToString("pre start/pre-start, process 22540");
  }

  @ParameterizedTest
  @CsvSource({
    "SECURITY, security",
    "POST_START, post-start",
    "PRE_STOP, pre-stop",
  })
  void anotherFirstProcessIsPrintedWithItsName(ProcessType type, String name) {
    assertThat(status("nomainpost", "", Goal.START, State.POST_START, process(type, 22554)))
        .hasToString("nomainpost start/post-start, (" + name + ") process 22554");
  }

  @Test
  void aFurtherProcessIsPrintedOnALineOfItsOwn() {
    assertThat(
            status(
                "post",
                "a b",
                Goal.STOP,
                State.PRE_STOP,
                process(ProcessType.MAIN, 22529),
                process(ProcessType.POST_START, 22531),
                process(ProcessType.PRE_STOP, 22533)))
        .hasToString(
            "post (a b) stop/pre-stop, process 22529\n"
                + "\tpost-start process 22531\n"
                + "\tpre-stop process 22533");
  }

  @Test
  void whatANewerUpstartSaysIsPrintedAsItCame() {
    assertThat(
            status(
                "job", "", new Goal("hold"), new State("tmpfiles"), new JobProcess("tmpfiles", 7)))
        .hasToString("job hold/tmpfiles, (tmpfiles) process 7");
  }

  @Test
  void aJobThatHasNoInstanceIsStoppedAndWaits() {
    JobStatus status = JobStatus.notRunning("foo");

    assertThat(status.job()).isEqualTo("foo");
    assertThat(status.instance()).isEmpty();
    assertThat(status.is(Goal.STOP, State.WAITING)).isTrue();
    assertThat(status.isStarted()).isFalse();
    assertThat(status.isRunning()).isFalse();
    assertThat(status.processes()).isEmpty();
  }

  @Test
  void aJobIsStartedByItsGoalAndRunsByItsStateToo() {
    assertThat(status("foo", "", Goal.START, State.STARTING).isStarted()).isTrue();
    assertThat(status("foo", "", Goal.START, State.STARTING).isRunning()).isFalse();
    assertThat(status("foo", "", Goal.START, State.RUNNING).isRunning()).isTrue();
    assertThat(status("foo", "", Goal.RESPAWN, State.POST_START).isStarted()).isFalse();
    assertThat(status("foo", "", Goal.STOP, State.RUNNING).isRunning()).isFalse();
  }

  @Test
  void processesDoNotChangeWithTheListTheyCameFrom() {
    List<JobProcess> processes = new ArrayList<>();

    JobStatus status = new JobStatus("foo", "", Goal.START, State.RUNNING, processes);
    processes.add(process(ProcessType.MAIN, 1));

    assertThat(status.processes()).isEmpty();
  }

  @Test
  void aLabelNamesTheInstanceOnlyIfThereIsAName() {
    assertThat(JobStatus.label("foo", "")).isEqualTo("foo");
    assertThat(JobStatus.label("foo", "a")).isEqualTo("foo (a)");
  }
}
