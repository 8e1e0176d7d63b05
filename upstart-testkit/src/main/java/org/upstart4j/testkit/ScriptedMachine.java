package org.upstart4j.testkit;

import java.time.Duration;
import java.util.ArrayList;
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
import org.upstart4j.simulation.scenario.Scenario;
import org.upstart4j.simulation.scenario.ScenarioPlay;

/** Scripted processes, and a clock that the test advances. */
record ScriptedMachine(ManualClock clock, ScriptedProcesses processes, ScenarioPlay play)
    implements Machine {

  static ScriptedMachine create(Scenario scenario) {
    ManualClock clock = new ManualClock();
    ScriptedProcesses processes = new ScriptedProcesses(clock);
    return new ScriptedMachine(clock, processes, scenario.applyTo(processes));
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
    List<String> unused =
        new ArrayList<>(processes.unused().stream().map(ProcessScript::toString).toList());
    unused.addAll(play.unused());
    return unused;
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
