package org.upstart4j.it.scenario;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.Upstart;
import org.upstart4j.embedded.HostProcesses;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

/** Real processes, which find an initctl; but those that only sleep use a clock of the test. */
final class PretendedSleep implements ProcessSpawner {

  private static final Pattern SLEEP = Pattern.compile("sleep (\\d+)");

  private final HostProcesses real = HostProcesses.withInitctl();
  private final Queue<SpawnedProcess> running = new ConcurrentLinkedQueue<>();
  private final ManualClock clock;
  private final ScriptedProcesses pretended;

  PretendedSleep(ManualClock clock) {
    this.clock = clock;
    pretended = new ScriptedProcesses(clock);
  }

  /** Lets time pass; the clock stands still while a real process has something to do. */
  void pass(Duration time) {
    Stage.sleep(time);
    running.removeIf(PretendedSleep::hasEnded);
    if (running.isEmpty()) {
      clock.advance(time);
    }
  }

  private static boolean hasEnded(SpawnedProcess process) {
    return process.pid() != 0 && ProcessHandle.of(process.pid()).isEmpty();
  }

  @Override
  public void belongsTo(Upstart upstart) {
    real.belongsTo(upstart);
    pretended.belongsTo(upstart);
  }

  @Override
  public SpawnedProcess spawn(SpawnRequest request, ProcessObserver observer) {
    Matcher sleep = SLEEP.matcher(String.join(" ", request.command()));
    if (!sleep.matches()) {
      SpawnedProcess process = real.spawn(request, observer);
      running.add(process);
      return process;
    }
    pretended
        .when(sleep.group())
        .after(Duration.ofSeconds(Long.parseLong(sleep.group(1))))
        .exitsWith(0);
    return pretended.spawn(request, observer);
  }

  @Override
  public void close() {
    real.close();
    pretended.close();
  }
}
