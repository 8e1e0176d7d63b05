package org.upstart4j.embedded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;
import org.upstart4j.Upstart;
import org.upstart4j.embedded.internal.time.EngineTime;
import org.upstart4j.embedded.internal.time.MachineTime;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

/**
 * Processes that do what a test says, without any being run.
 *
 * <pre>{@code
 * ManualClock clock = new ManualClock();
 * ScriptedProcesses processes = new ScriptedProcesses(clock);
 * processes.when("/usr/bin/migrate").exitsWith(1);
 * processes.when("/usr/sbin/web").after(Duration.ofSeconds(2)).exitsWith(3).then().neverEnds();
 * processes.when("/usr/sbin/daemon").forksTwice().neverEnds();
 * processes.when("/usr/sbin/disks").emits("filesystem").neverEnds();
 * }</pre>
 *
 * <p>What no script is for does this: the main process of a service never ends, every other process
 * exits with 0 at once. A later script hides an earlier one. HUP, USR1, USR2 and CONT do nothing to
 * a scripted process; other signals end it, unless its script says that it ignores them.
 *
 * <p>Thread-safe.
 */
public final class ScriptedProcesses implements ProcessSpawner {

  private static final int FIRST_PID = 1000;

  private final EngineTime time;
  private final List<ProcessScript> scripts = new ArrayList<>();
  private final List<ScriptedProcess> spawned = new ArrayList<>();
  private volatile @Nullable Upstart upstart;
  private Function<SpawnRequest, Optional<ProcessScript>> others = request -> Optional.empty();

  /**
   * Makes processes whose time is a test's.
   *
   * @param clock the clock, the same as the engine's
   */
  public ScriptedProcesses(ManualClock clock) {
    this.time = clock.time();
  }

  /** Makes processes whose time is the machine's. */
  public ScriptedProcesses() {
    this.time = new MachineTime();
  }

  /**
   * Writes a script for a program: for every process whose command begins with it, a script's first
   * line included.
   *
   * @param program the program as it stands in the job file, with as many of its arguments as
   *     matter
   * @return the script, to be filled in
   */
  public ProcessScript when(String program) {
    return when(program, request -> begins(request, program));
  }

  private static boolean begins(SpawnRequest request, String program) {
    String text =
        Optional.ofNullable(request.definition().processes().get(request.type()))
            .map(command -> String.valueOf(command.text()))
            .orElse("");
    String command = text.strip();
    return command.startsWith(program)
        && (command.length() == program.length()
            || Character.isWhitespace(command.charAt(program.length())));
  }

  /**
   * Writes a script for a process of a job.
   *
   * @param job the job's name
   * @param type which process
   * @return the script, to be filled in
   */
  public ProcessScript when(String job, ProcessType type) {
    return when(
        job + " " + type,
        request -> request.type() == type && request.definition().name().equals(job));
  }

  /**
   * Writes a script for all processes that are meant.
   *
   * @param meant says which ones
   * @return the script, to be filled in
   */
  public ProcessScript when(Predicate<SpawnRequest> meant) {
    return when("processes that a condition picks", meant);
  }

  /**
   * Says what processes do that none of the scripts is for. Asked on the engine's thread each time
   * that one is spawned; what follows {@link ProcessScript#then} in its answer is never played.
   *
   * @param script answers with a script made by {@link ProcessScript#of}, or with nothing: then the
   *     process does what one without a script does
   */
  public synchronized void otherwise(Function<SpawnRequest, Optional<ProcessScript>> script) {
    others = script;
  }

  private synchronized ProcessScript when(String name, Predicate<SpawnRequest> meant) {
    ProcessScript script = new ProcessScript(name, meant);
    scripts.add(0, script);
    return script;
  }

  /**
   * {@return the scripts that no process has used, in the order in which they were written} Either
   * their program is spelled differently, or their job did not start.
   */
  public synchronized List<ProcessScript> unused() {
    List<ProcessScript> unused =
        new ArrayList<>(scripts.stream().filter(script -> !script.isUsed()).toList());
    Collections.reverse(unused);
    return unused;
  }

  @Override
  public void belongsTo(Upstart owner) {
    upstart = owner;
  }

  /**
   * {@return all processes in the order in which they were spawned, including those that could not
   * be}
   */
  public synchronized List<ScriptedProcess> spawned() {
    return List.copyOf(spawned);
  }

  /** {@return the processes that run now, in the order in which they were spawned} */
  public List<ScriptedProcess> running() {
    return spawned().stream().filter(ScriptedProcess::isRunning).toList();
  }

  /**
   * {@return the processes that still run without the engine knowing, in the order in which they
   * were spawned} They have forked more often than the {@code expect} stanza of their job says. In
   * real life, nothing would end them.
   */
  public List<ScriptedProcess> lost() {
    return spawned().stream().filter(ScriptedProcess::isLost).toList();
  }

  /**
   * Finds the process of a job that was spawned last.
   *
   * @param job the job's name
   * @param type which process
   * @return the process
   * @throws IllegalArgumentException if no such process was spawned
   */
  public ScriptedProcess last(String job, ProcessType type) {
    return spawned().stream()
        .filter(process -> process.request().type() == type)
        .filter(process -> process.request().definition().name().equals(job))
        .reduce((earlier, later) -> later)
        .orElseThrow(
            () ->
                new IllegalArgumentException("No " + type + " process of " + job + " was spawned"));
  }

  @Override
  public SpawnedProcess spawn(SpawnRequest request, ProcessObserver observer) {
    ScriptedProcess process = next(request, observer);
    process.begin();
    return process;
  }

  private synchronized ScriptedProcess next(SpawnRequest request, ProcessObserver observer) {
    ProcessScript.Act act =
        scripts.stream()
            .filter(script -> script.isFor(request))
            .findFirst()
            .or(() -> others.apply(request))
            .map(ProcessScript::next)
            .orElseGet(() -> ProcessScript.usual(request));
    ScriptedProcess process =
        new ScriptedProcess(FIRST_PID + 10 * spawned.size(), request, observer, act, time, upstart);
    spawned.add(process);
    return process;
  }

  /** Ends all processes without anybody being told. */
  @Override
  public void close() {
    running().forEach(ScriptedProcess::vanish);
    time.close();
  }
}
