package org.upstart4j.it.exporter;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.Wait;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ScriptedProcess;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobFile;

/** An engine whose processes do what the test says, served at an address that nobody else knows. */
final class Engine implements AutoCloseable {

  private static final long SECONDS = 120;

  private final ManualClock clock = new ManualClock();
  private final ScriptedProcesses processes = new ScriptedProcesses(clock);
  private final EmbeddedUpstartBuilder builder =
      EmbeddedUpstart.builder().clock(clock).processes(processes).environment(Map.of());
  private final String address = "unix:abstract=/upstart-it/" + UUID.randomUUID();
  private @Nullable EmbeddedUpstart upstart;
  private @Nullable UpstartDbusServer server;

  Engine job(String name, String... lines) {
    builder.job(name, JobFile.parse(String.join("\n", lines) + "\n"));
    return this;
  }

  ScriptedProcesses processes() {
    return processes;
  }

  EmbeddedUpstart upstart() {
    if (upstart == null) {
      upstart = builder.build();
    }
    return upstart;
  }

  /** Serves it; returns where. */
  String serve() {
    if (server == null) {
      server = UpstartDbusServer.of(upstart());
      server.listen(address);
    }
    return address;
  }

  /** Starts a job, and lets happen what can. */
  void start(String job) {
    upstart().job(job).start(Environment.EMPTY, Wait.NO_WAIT);
    settle();
  }

  ScriptedProcess mainOf(String job) {
    return processes.last(job, ProcessType.MAIN);
  }

  void settle() {
    clock.advance(Duration.ZERO);
  }

  /** Waits until something is so, or fails. */
  static void await(BooleanSupplier wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It has not come to that");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(5);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    upstart().close();
  }
}
