package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.State;
import org.upstart4j.Wait;
import org.upstart4j.jobfile.JobFile;

/** Scripted processes that fork as their jobs expect it, and those that do not. */
class ScriptedForksTest {

  private static final String DAEMON = "exec /usr/sbin/daemon\n";

  private final ManualClock clock = new ManualClock();
  private final ScriptedProcesses processes = new ScriptedProcesses(clock);
  private EmbeddedUpstart upstart = EmbeddedUpstart.builder().clock(clock).build();

  @AfterEach
  void close() {
    upstart.close();
  }

  private JobStatus start(String jobFile) {
    upstart.close();
    upstart =
        EmbeddedUpstart.builder()
            .job("job", JobFile.parse(jobFile))
            .processes(processes)
            .clock(clock)
            .build();
    upstart.job("job").start(Environment.EMPTY, Wait.NO_WAIT);
    clock.advance(Duration.ZERO);
    return upstart.job("job").status();
  }

  @Test
  void aDaemonThatIsExpectedIsFollowed() {
    processes.when("/usr/sbin/daemon").forksTwice().neverEnds();

    JobStatus status = start("expect daemon\n" + DAEMON);

    int spawned = processes.last("job", ProcessType.MAIN).pid();
    assertThat(status.isRunning()).isTrue();
    assertThat(status.processes()).singleElement().matches(main -> main.pid() == spawned + 2);
    assertThat(processes.lost()).isEmpty();
  }

  @Test
  void aDaemonThatIsNotExpectedIsLostAndItsJobStops() {
    processes.when("/usr/sbin/daemon").forksTwice().neverEnds();

    JobStatus status = start(DAEMON);

    assertThat(status).isEqualTo(JobStatus.notRunning("job"));
    assertThat(processes.lost()).containsExactly(processes.last("job", ProcessType.MAIN));
  }

  @Test
  void aDaemonThatForksOnceTooOftenIsLost() {
    processes.when("/usr/sbin/daemon").forksTwice().neverEnds();

    assertThat(start("expect fork\n" + DAEMON)).isEqualTo(JobStatus.notRunning("job"));
    assertThat(processes.lost()).hasSize(1);
  }

  @Test
  void aDaemonThatForksOnceTooFewKeepsItsJobWaiting() {
    processes.when("/usr/sbin/daemon").forksOnce().neverEnds();

    assertThat(start("expect daemon\n" + DAEMON).state()).isEqualTo(State.SPAWNED);
    assertThat(processes.lost()).isEmpty();
  }

  @Test
  void whatIsLostMayStillEnd() {
    processes.when("/usr/sbin/daemon").forksOnce().after(Duration.ofSeconds(1)).exitsWith(3);
    start(DAEMON);

    clock.advance(Duration.ofSeconds(1));

    assertThat(processes.lost()).isEmpty();
    assertThat(upstart.job("job").status()).isEqualTo(JobStatus.notRunning("job"));
  }
}
