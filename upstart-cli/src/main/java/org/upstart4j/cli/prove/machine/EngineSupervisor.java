package org.upstart4j.cli.prove.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.Signal;
import org.upstart4j.State;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Wait;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.HostProcesses;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;

/** The project's own engine, with real processes. */
public final class EngineSupervisor implements Supervisor {

  /** What a boot emits, in the order in which a server without changes emits it. */
  private static final List<Event> BOOT =
      List.of(
          Event.of("startup"),
          Event.of("virtual-filesystems"),
          Event.of("local-filesystems"),
          Event.of("remote-filesystems"),
          Event.of("all-swaps"),
          Event.of("filesystem"),
          Event.of("net-device-up").with("IFACE", "lo"),
          Event.of("net-device-up").with("IFACE", "eth0"),
          Event.of("static-network-up"),
          Event.of("runlevel").with("RUNLEVEL", "2").with("PREVLEVEL", "N"));

  private static final Event SHUTDOWN =
      Event.of("runlevel").with("RUNLEVEL", "0").with("PREVLEVEL", "2");

  private final EmbeddedUpstart upstart;
  private final Duration limit;
  private final ProcFolder proc = new ProcFolder(Path.of("/proc"));

  /**
   * Starts an engine.
   *
   * @param jobs its jobs
   * @param version which Upstart they are for
   * @param logs an existing folder for their logs
   * @param limit how long a command may take
   */
  public EngineSupervisor(JobFolder jobs, UpstartVersion version, Path logs, Duration limit) {
    this(jobs, version, logs, new HostProcesses(), limit);
  }

  /**
   * Starts an engine.
   *
   * @param jobs its jobs
   * @param version which Upstart they are for
   * @param logs an existing folder for their logs
   * @param processes what starts its processes
   * @param limit how long a command may take
   */
  public EngineSupervisor(
      JobFolder jobs, UpstartVersion version, Path logs, HostProcesses processes, Duration limit) {
    this.limit = limit;
    this.upstart =
        EmbeddedUpstart.builder()
            .jobs(jobs)
            .version(version)
            .logFolder(logs)
            .processes(processes)
            .environment(Map.of("TERM", "linux", "LANG", "C.UTF-8"))
            .build();
  }

  @Override
  public String name() {
    return upstart.version().text();
  }

  @Override
  public Outcome start(String job, Environment variables) {
    return run(() -> upstart.job(job).start(variables, Wait.atMost(limit)));
  }

  @Override
  public Outcome stop(String job, Environment variables) {
    return run(() -> upstart.job(job).stop(variables, Wait.atMost(limit)));
  }

  @Override
  public Outcome restart(String job, Environment variables) {
    return run(() -> upstart.job(job).restart(variables, Wait.atMost(limit)));
  }

  @Override
  public Outcome reload(String job, Environment variables) {
    return run(() -> upstart.job(job).reload(variables));
  }

  @Override
  public Outcome emit(String event) {
    return emit(Event.of(event));
  }

  private Outcome emit(Event event) {
    return run(() -> upstart.emit(event, Wait.atMost(limit)));
  }

  @Override
  public Outcome boot() {
    Outcome outcome = Outcome.done();
    for (Event event : BOOT) {
      Outcome next = emit(event);
      outcome = next.result() == Outcome.Result.TIMED_OUT ? next : outcome;
    }
    return outcome;
  }

  @Override
  public Outcome shutdown() {
    return emit(SHUTDOWN);
  }

  @Override
  public Outcome kill(int pid, Signal signal) {
    return new Program(List.of("kill", "-" + signal.number(), String.valueOf(pid)))
        .run(limit)
        .outcome();
  }

  @Override
  public JobState state(String job, Environment variables) {
    JobStatus status = upstart.job(job).status(variables);
    if (status.state().equals(State.WAITING)) {
      return JobState.WAITING;
    }
    if (status.goal().equals(Goal.STOP)) {
      return JobState.STOPPING;
    }
    return status.state().equals(State.RUNNING) ? JobState.RUNNING : JobState.STARTING;
  }

  @Override
  public boolean isAlive(String pid) {
    return proc.isAlive(pid);
  }

  private static Outcome run(Runnable command) {
    try {
      command.run();
      return Outcome.done();
    } catch (UpstartTimeoutException late) {
      return new Outcome(Outcome.Result.TIMED_OUT, String.valueOf(late.getMessage()));
    } catch (UpstartException failure) {
      return new Outcome(Outcome.Result.FAILED, String.valueOf(failure.getMessage()));
    }
  }

  @Override
  public void close() {
    upstart.close();
  }
}
