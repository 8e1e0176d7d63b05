package org.upstart4j.it.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.upstart4j.JobProcess;
import org.upstart4j.Subscription;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.it.site.Eventually;

/**
 * The engine, served at an address of its own.
 *
 * @param upstart the engine
 * @param server what serves it
 * @param address where
 * @param clock lets its time pass, if that is not the machine's
 */
record ServedEngine(
    EmbeddedUpstart upstart,
    UpstartDbusServer server,
    String address,
    Optional<Consumer<Duration>> clock)
    implements Stage {

  /** The settings of the recorded Upstart. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
          "TERM", "xterm",
          "HOME", "/root",
          "XDG_RUNTIME_DIR", "/run");

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Runs real programs, in the machine's time. */
  static Stage open(Path folder, Scenario scenario) {
    return serve(builder(folder, scenario), Optional.empty());
  }

  /** Only pretends to run programs, in a time that the test advances. */
  static Stage pretending(Path folder, Scenario scenario) {
    ManualClock clock = new ManualClock();
    return serve(
        builder(folder, scenario)
            .clock(clock)
            .processes(PretendedPrograms.of(scenario).orElseThrow().processes(clock)),
        Optional.of(clock::advance));
  }

  /** Runs real programs, which find an initctl; but those that only sleep are pretended. */
  static Stage withInitctl(Path folder, Scenario scenario) {
    ManualClock clock = new ManualClock();
    PretendedSleep processes = new PretendedSleep(clock);
    return serve(
        builder(folder, scenario).clock(clock).processes(processes), Optional.of(processes::pass));
  }

  private static EmbeddedUpstartBuilder builder(Path folder, Scenario scenario) {
    return EmbeddedUpstart.builder()
        .folder(folder)
        .userSession(scenario.userSession())
        .environment(ENVIRONMENT)
        .inheritEnvironment(false);
  }

  private static Stage serve(EmbeddedUpstartBuilder builder, Optional<Consumer<Duration>> clock) {
    String address =
        "unix:abstract=/upstart4j/played/%d/%d"
            .formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
    EmbeddedUpstart engine = builder.build();
    UpstartDbusServer server = UpstartDbusServer.of(engine);
    server.listen(address);
    return new ServedEngine(engine, server, address, clock);
  }

  /** On the engine's thread: a log that hears later would let time pass that nothing needs. */
  @Override
  public Subscription hear(SignalLog log) {
    return upstart.hear(log);
  }

  /** What the engine was doing when it is asked comes before its answer. */
  @Override
  public void settle() {
    clock.ifPresentOrElse(own -> own.accept(Duration.ZERO), upstart::version);
  }

  @Override
  public void pass(Duration time) {
    clock.ifPresentOrElse(own -> own.accept(time), () -> Stage.sleep(time));
  }

  /** A longer quiet than usual is meant for processes to make progress. */
  @Override
  public Duration quiet(Step step) {
    return clock.isEmpty() && step.wantsQuiet() ? step.quiet() : Duration.ZERO;
  }

  /** A shell has set its traps when it runs its first program. */
  @Override
  public void awaitTraps() {
    if (clock.isEmpty()) {
      upstart.statuses().stream()
          .flatMap(status -> status.processes().stream())
          .forEach(process -> Eventually.is(() -> hasSetTraps(process), process + " sets traps"));
    }
  }

  private static boolean hasSetTraps(JobProcess process) {
    return ProcessHandle.of(process.pid())
        .filter(shell -> shell.info().commandLine().orElse("").contains("trap "))
        .map(shell -> shell.children().findAny().isPresent())
        .orElse(true);
  }

  @Override
  public void close() {
    upstart.close();
    server.close();
  }
}
