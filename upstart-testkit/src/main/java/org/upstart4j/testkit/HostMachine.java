package org.upstart4j.testkit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Deadline;
import org.upstart4j.Wait;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.HostProcesses;
import org.upstart4j.embedded.process.ProcessSpawner;

/** Real processes, in real time. */
final class HostMachine implements Machine {

  private static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));

  private final long begun = System.nanoTime();
  private final MarkedProcesses processes = new MarkedProcesses(HostProcesses.withInitctl());

  @Override
  public ProcessSpawner processes() {
    return processes;
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Override
  public void equip(EmbeddedUpstartBuilder upstart) {}

  @Override
  public void settle() {}

  @Override
  public void await(CompletableFuture<@Nullable Void> command, String what) {
    Deadline.of(PATIENCE).await(command, what);
  }

  @Override
  public List<String> unused() {
    return List.of();
  }

  @Override
  public List<String> lost(EmbeddedUpstart upstart) {
    return new Strays(upstart, processes.mark()).end();
  }
}
