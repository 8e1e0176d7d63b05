package org.upstart4j.testkit.contract;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.upstart4j.Signal;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ScriptedProcesses;

/** The engine in this process, with scripted processes, and with a clock that runs fast. */
@Execution(ExecutionMode.CONCURRENT)
class ScriptedEngineTest
    implements TransportContract,
        SignalContract,
        SystemEnvironmentContract,
        DefinitionContract,
        ConditionContract,
        EmitsContract,
        UsageContract,
        StateDumpContract {

  @TempDir Path folder;

  @Override
  public UpstartFixture open() {
    ManualClock clock = new ManualClock();
    ScriptedProcesses processes = new ScriptedProcesses(clock);
    ScriptedPrograms.teach(processes);
    EmbeddedUpstart upstart =
        EmbeddedUpstart.builder().folder(folder).processes(processes).clock(clock).build();
    return new Fixture(folder, upstart, clock, processes);
  }

  private static final class Fixture extends FolderFixture {

    private final ManualClock clock;
    private final ScriptedProcesses processes;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();

    private final Future<?> tick;

    Fixture(Path folder, EmbeddedUpstart upstart, ManualClock clock, ScriptedProcesses processes) {
      super(folder, upstart);
      this.clock = clock;
      this.processes = processes;
      tick =
          ticks.scheduleWithFixedDelay(
              () -> clock.advance(Duration.ofMillis(100)), 0, 2, TimeUnit.MILLISECONDS);
    }

    @Override
    public void signal(int pid, Signal signal) {
      processes.running().stream()
          .filter(process -> process.pid() == pid)
          .forEach(process -> process.isKilledBy(signal));
    }

    @Override
    public Duration beyondAnyTimeout() {
      return Duration.ofSeconds(60);
    }

    @Override
    public Duration elapsed() {
      return clock.elapsed();
    }

    @Override
    public void close() {
      tick.cancel(false);
      ticks.shutdown();
      super.close();
    }
  }
}
