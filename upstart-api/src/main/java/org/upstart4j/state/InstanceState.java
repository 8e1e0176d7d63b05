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
 * @param files the numbers that the open files of its events have in Upstart
 * @param blocker the place among the events of the one that it waits for
 * @param blocked what waits for it
 * @param kill the process that was told to end, and by when it must
 * @param failure how it has failed, if it has
 * @param respawns how often its main process was started again, in the time that counts
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
    List<Blocked> blocked,
    Optional<Kill> kill,
    Optional<Failure> failure,
    int respawns) {

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
   * @param blocked what waits for it
   * @param kill the process that was told to end
   * @param failure how it has failed
   * @param respawns how often its main process was started again
   */
  public InstanceState {
    processes = List.copyOf(processes);
    files = List.copyOf(files);
    blocked = List.copyOf(blocked);
  }

  static InstanceState read(Node instance) {
    return new InstanceState(
        instance.get("name").textOrEmpty(),
        instance.get("path").textOrEmpty(),
        new Goal(instance.get("goal").word("JOB_")),
        new State(instance.get("state").word("JOB_")),
        ProcessPlaces.running(instance.get("pid")),
        instance.get("env").environment(),
        instance.get("start_env").environment(),
        instance.get("stop_env").environment(),
        Conditions.read(instance.get("stop_on")),
        instance.get("fds").list(file -> file.integerOr(-1)),
        instance.get("blocker").integer(),
        instance.get("blocking").list(Waiting::read),
        Kill.read(instance),
        Failure.read(instance),
        instance.get("respawn_count").integerOr(0));
  }

  /**
   * Returns how the instance stands, as {@link org.upstart4j.Instance#status()} does.
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
  public record Kill(String process, int timeout, long due) {

    static Optional<Kill> read(Node instance) {
      Node timer = instance.get("kill_timer");
      return timer.get("due").number().stream()
          .mapToObj(
              due ->
                  new Kill(
                      instance.get("kill_process").word("PROCESS_"),
                      timer.get("timeout").integerOr(0),
                      due))
          .findFirst();
    }
  }

  /**
   * A process has failed.
   *
   * @param process which one, in Upstart's word; {@code invalid} if it was none, but an event
   * @param exitStatus how it ended
   */
  public record Failure(String process, ExitStatus exitStatus) {

    static Optional<Failure> read(Node instance) {
      return instance.get("failed").isYes()
          ? Optional.of(
              new Failure(
                  instance.get("failed_process").word("PROCESS_"),
                  ExitStatus.ofNumber(instance.get("exit_status").integerOr(0))))
          : Optional.empty();
    }
  }
}
