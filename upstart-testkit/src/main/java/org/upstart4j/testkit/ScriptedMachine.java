package org.upstart4j.testkit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Deadline;
import org.upstart4j.Wait;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ProcessScript;
import org.upstart4j.embedded.ScriptedProcesses;

/** Scripted processes, and a clock that the test advances. */
record ScriptedMachine(ManualClock clock, ScriptedProcesses processes) implements Machine {

  static ScriptedMachine create() {
    ManualClock clock = new ManualClock();
    return new ScriptedMachine(clock, new ScriptedProcesses(clock));
  }

  @Override
  public Duration elapsed() {
    return clock.elapsed();
  }

  @Override
  public void equip(EmbeddedUpstartBuilder upstart) {
    upstart.clock(clock);
  }

  @Override
  public void settle() {
    clock.advance(Duration.ZERO);
  }

  /** What has not ended by now needs more time, which only the test can give. */
  @Override
  public void await(CompletableFuture<@Nullable Void> command, String what) {
    settle();
    if (command.isDone()) {
      Deadline.of(Wait.FOREVER).await(command, what);
    }
  }

  @Override
  public List<String> unused() {
    return processes.unused().stream().map(ProcessScript::toString).toList();
  }

  @Override
  public List<String> lost(EmbeddedUpstart upstart) {
    settle();
    return processes.lost().stream()
        .map(
            lost ->
                lost
                    + ", which has forked more often than its job expects (expect "
                    + lost.request().definition().expect()
                    + "): Upstart doesn't know that it runs")
        .toList();
  }
}
