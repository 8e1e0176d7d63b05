package org.upstart4j.analysis.reason;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.spi.LoggedMessage;
import org.upstart4j.state.UpstartState;

/**
 * All that is known of an Upstart at one moment. {@code Why} asks for what it needs, and nothing
 * twice; what takes time to look at need only be looked at when it is asked for.
 */
public interface Knowledge {

  /**
   * Knows what a state alone tells: no files, no processes, no logs.
   *
   * @param state the state
   * @return what is known
   */
  static Knowledge of(UpstartState state) {
    return new StateAlone(state);
  }

  /** {@return which Upstart it is} */
  Target target();

  /** {@return its state; nothing if it does not tell} */
  Optional<UpstartState> state();

  /** {@return how all jobs stand, as far as it tells; by default as its state says} */
  default List<JobStatus> statuses() {
    return state().map(UpstartState::jobs).orElse(List.of()).stream()
        .flatMap(StateAlone::statuses)
        .toList();
  }

  /** {@return the folders of its job files, those that count more first} */
  List<KnownFolder> folders();

  /** {@return whether the processes of its machine can be seen} */
  default boolean seesProcesses() {
    return false;
  }

  /**
   * Looks at a process.
   *
   * @param pid its number
   * @return what it is; nothing if there is none, or processes cannot be seen
   */
  default Optional<SeenProcess> process(int pid) {
    return Optional.empty();
  }

  /**
   * Says whether there is a process; quicker than looking at it.
   *
   * @param pid its number
   * @return whether there is one; false if processes cannot be seen
   */
  default boolean isThere(int pid) {
    return process(pid).isPresent();
  }

  /**
   * Looks at the log of a job.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   * @return its last line that is not blank; nothing if there is none
   */
  default Optional<Evidence.InLog> log(String job, String instance) {
    return Optional.empty();
  }

  /** {@return what Upstart has logged lately, oldest first; empty if that is not known} */
  default List<LoggedMessage> messages() {
    return List.of();
  }

  /**
   * Says whether the messages tell each step, as those of an engine of this project do. Upstart
   * itself logs that only from priority {@code info} on.
   *
   * @return whether they do, whatever the log priority
   */
  default boolean tellsEachStep() {
    return false;
  }

  /**
   * Finds files that may have been meant to define a job and lie where Upstart reads none: backups,
   * files in other folders.
   *
   * @param job the job's name
   * @return their paths
   */
  default List<String> strays(String job) {
    return List.of();
  }

  /** {@return how long Upstart runs; nothing if that is not known} */
  default Optional<Duration> age() {
    return Optional.empty();
  }

  /**
   * {@return the machine's steady clock in seconds, by which Upstart counts; nothing if unknown}
   */
  default Optional<Long> steadySeconds() {
    return Optional.empty();
  }

  /** {@return what could not be looked at, and why} */
  default List<NotKnown> gaps() {
    return List.of();
  }
}
