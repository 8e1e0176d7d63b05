package com.example.restarter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.JobFailedException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.Wait;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ScriptedProcesses;

class RollingRestartTest {

  private final ScriptedProcesses processes = new ScriptedProcesses();
  private final Upstart upstart =
      EmbeddedUpstart.builder().job("worker", WorkerJobTest.jobFile()).processes(processes).build();
  private final RollingRestart rolling = new RollingRestart(upstart, Wait.FOREVER);
  private final List<String> restarted = new ArrayList<>();

  @BeforeEach
  void twoWorkersRun() {
    upstart.job("worker").start(Environment.of("QUEUE", "mail"));
    upstart.job("worker").start(Environment.of("QUEUE", "print"));
  }

  @AfterEach
  void close() {
    upstart.close();
  }

  private void restart(String job) {
    rolling.restart(job, status -> restarted.add(status.instance()));
  }

  @Test
  void everyInstanceIsRestarted() {
    restart("worker");

    assertThat(restarted).containsExactly("mail", "print");
    assertThat(processes.spawned()).hasSize(4);
    assertThat(processes.running()).hasSize(2);
  }

  @Test
  void theOthersAreLeftAloneOnceOneDoesNotComeBack() {
    processes.when("/usr/bin/worker").cannotBeSpawned("No such file or directory");

    assertThatThrownBy(() -> restart("worker")).isInstanceOf(JobFailedException.class);

    assertThat(restarted).isEmpty();
    assertThat(processes.running()).hasSize(1);
  }

  @Test
  void aJobThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> restart("printer"))
        .isInstanceOf(UnknownJobException.class)
        .hasMessageContaining("printer");
  }
}
