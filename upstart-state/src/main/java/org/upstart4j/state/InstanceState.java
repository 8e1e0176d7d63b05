package org.upstart4j.state;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.upstart4j.Environment;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.State;

/**
 * An instance of a job.
 *
 * @param name its name; empty if the job has only one
 * @param path the path of its D-Bus object
 * @param goal where it is heading
 * @param state where it is
 * @param processes its processes that run
 * @param variables what its processes get
 * @param startVariables what they get when it is started again
 * @param stopVariables what the processes get that stop it
 * @param stopOn when it stops, with the variables of this instance
 * @param files the numbers of the open files of its events in Upstart
 * @param blocker the place among the events of the one that it waits for
 * @param isBlocking whether anything waits for it; a caller that does is not always among the
 *     blocked
 * @param blocked what waits for it
 * @param kill the process that was told to end, and by when it must
 * @param failure how it has failed, if it has
 * @param respawns how often its main process was started again, in the time that counts
 * @param respawnTime when that time began, in seconds of the machine's steady clock
 * @param trace how its main process is followed when it forks
 * @param logs where its processes' output goes
 */
public record InstanceState(
    String name,
    String path,
    Goal goal,
    State state,
    List<JobProcess> processes,
    Environment variables,
    Environment startVariables,
    Environment stopVariables,
    Optional<ConditionState> stopOn,
    List<Integer> files,
    OptionalInt blocker,
    boolean isBlocking,
    List<Blocked> blocked,
    Optional<Kill> kill,
    Optional<Failure> failure,
    int respawns,
    long respawnTime,
    Trace trace,
    List<LogState> logs) {

  private static final String PROCESS = "PROCESS_";
  private static final String NO_PROCESS = "invalid";
  private static final String TRACE = "TRACE_";

  /**
   * Makes an instance.
   *
   * @param name its name
   * @param path the path of its D-Bus object
   * @param goal where it is heading
   * @param state where it is
   * @param processes its processes that run
   * @param variables what its processes get
   * @param startVariables what they get when it is started again
   * @param stopVariables what the processes get that stop it
   * @param stopOn when it stops
   * @param files the numbers of its open files
   * @param blocker the place of the event that it waits for
   * @param isBlocking whether anything waits for it; it does if anything is blocked
   * @param blocked what waits for it
   * @param kill the process that was told to end
   * @param failure how it has failed
   * @param respawns how often its main process was started again
   * @param respawnTime when the time began that counts
   * @param trace how its main process is followed
   * @param logs where its processes' output goes
   */
  public InstanceState {
    processes = List.copyOf(processes);
    files = List.copyOf(files);
    blocked = List.copyOf(blocked);
    isBlocking |= !blocked.isEmpty();
    logs = List.copyOf(logs);
  }

  static InstanceState read(StateNode instance) {
    StateNode blocking = instance.get("blocking");
    return new InstanceState(
        instance.get("name").textOrEmpty(),
        instance.get("path").textOrEmpty(),
        new Goal(instance.get("goal").word("JOB_")),
        new State(instance.get("state").word("JOB_")),
        ProcessPlaces.running(instance.get("pid")),
        instance.get("env").environment(),
        instance.get("start_env").environment(),
        instance.get("stop_env").environment(),
        ConditionForm.read(instance.get("stop_on")),
        instance.get("fds").list(file -> file.integerOr(-1)),
        instance.get("blocker").integer(),
        blocking.exists(),
        blocking.list(BlockedForm::read),
        Kill.read(instance),
        Failure.read(instance),
        instance.get("respawn_count").integerOr(0),
        instance.get("respawn_time").number().orElse(0),
        Trace.read(instance),
        LogState.readAll(instance.get("log")));
  }

  StateObject write() {
    StateObject instance = new StateObject();
    instance.text("name", name).text("path", path);
    instance.word("goal", "JOB_", goal.name()).word("state", "JOB_", state.name());
    instance.texts("env", variables.entries()).texts("start_env", startVariables.entries());
    instance.texts("stop_env", stopVariables.entries());
    ConditionForm.write(instance, "stop_on", stopOn);
    instance.numbers("fds", files);
    ProcessPlaces.write(instance, processes);
    instance.number("blocker", blocker);
    BlockedForm.write(instance, isBlocking, blocked);
    Kill.write(instance, kill);
    Failure.write(instance, failure);
    instance.number("respawn_time", respawnTime).number("respawn_count", respawns);
    trace.write(instance);
    instance.objects("log", LogState.writeAll(logs));
    return instance.nulls("process_data", ProcessPlaces.NAMES.size());
  }

  /**
   * Tells how the instance stands, as {@link org.upstart4j.Instance#status()} does.
   *
   * @param job the job's name
   * @return its status
   */
  public JobStatus status(String job) {
    return new JobStatus(job, name, goal, state, processes);
  }

  /**
   * A process was told to end.
   *
   * @param process which one, in Upstart's word
   * @param timeout how many seconds it has in all
   * @param due when these are over, in seconds of the machine's steady clock
   */
  public record Kill(String process, long timeout, long due) {

    private static Optional<Kill> read(StateNode instance) {
      StateNode timer = instance.get("kill_timer");
      return timer.get("due").number().stream()
          .mapToObj(
              due ->
                  new Kill(
                      instance.get("kill_process").word(PROCESS),
                      timer.get("timeout").number().orElse(0),
                      due))
          .findFirst();
    }

    private static void write(StateObject instance, Optional<Kill> kill) {
      kill.ifPresent(
          known ->
              instance.put(
                  "kill_timer",
                  new StateObject().number("timeout", known.timeout).number("due", known.due)));
      instance.word("kill_process", PROCESS, kill.map(Kill::process).orElse(NO_PROCESS));
    }
  }

  /**
   * A process has failed.
   *
   * @param process which one, in Upstart's word; {@code invalid} if it was none, but an event
   * @param exitStatus how it ended
   */
  public record Failure(String process, ExitStatus exitStatus) {

    private static Optional<Failure> read(StateNode instance) {
      return instance.get("failed").isYes()
          ? Optional.of(
              new Failure(
                  instance.get("failed_process").word(PROCESS),
                  ExitStatus.ofNumber(instance.get("exit_status").integerOr(0))))
          : Optional.empty();
    }

    private static void write(StateObject instance, Optional<Failure> failure) {
      instance.flag("failed", failure.isPresent());
      instance.word("failed_process", PROCESS, failure.map(Failure::process).orElse(NO_PROCESS));
      instance.number(
          "exit_status", failure.map(Failure::exitStatus).orElse(ExitStatus.SUCCESS).number());
    }
  }

  /**
   * How the main process of a job with an {@code expect} stanza is followed.
   *
   * @param forks how often it has forked
   * @param state {@code none} if it is not followed, {@code normal}, or {@code new} for a child
   *     that has not shown itself yet
   */
  public record Trace(int forks, String state) {

    private static Trace read(StateNode instance) {
      return new Trace(
          instance.get("trace_forks").integerOr(0), instance.get("trace_state").word(TRACE));
    }

    private void write(StateObject instance) {
      instance.number("trace_forks", forks).word("trace_state", TRACE, state);
    }
  }
}
