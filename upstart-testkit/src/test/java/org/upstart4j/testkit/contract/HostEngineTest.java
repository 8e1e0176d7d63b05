package org.upstart4j.testkit.contract;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.upstart4j.embedded.EmbeddedUpstart;

/** The engine in this process, with real processes. */
@Execution(ExecutionMode.CONCURRENT)
class HostEngineTest
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
    return new FolderFixture(folder, EmbeddedUpstart.builder().folder(folder).build()) {
      @Override
      public Duration beyondAnyTimeout() {
        return Duration.ofSeconds(1);
      }
    };
  }
}
