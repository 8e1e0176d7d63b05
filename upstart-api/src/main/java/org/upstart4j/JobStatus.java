package org.upstart4j;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How an instance of a job stands at one moment.
 *
 * @param job the job's name
 * @param instance the instance's name; empty if the job has only one
 * @param goal where it is heading
 * @param state where it is
 * @param processes its processes that run now, in the order of {@link ProcessType}, main first
 */
public record JobStatus(
    String job, String instance, Goal goal, State state, List<JobProcess> processes) {

  private static final Set<String> UNNAMED =
      Set.of(ProcessType.MAIN.text(), ProcessType.PRE_START.text(), ProcessType.POST_STOP.text());

  /**
   * Makes a status.
   *
   * @param job the job's name
   * @param instance the instance's name
   * @param goal where it is heading
   * @param state where it is
   * @param processes its processes
   */
  public JobStatus {
    processes = List.copyOf(processes);
  }

  /**
   * Makes the status of a job that has no instance.
   *
   * @param job the job's name
   * @return {@code stop/waiting}
   */
  public static JobStatus notRunning(String job) {
    return new JobStatus(job, "", Goal.STOP, State.WAITING, List.of());
  }

  /** {@return whether the job runs or is on its way to: its goal is start} */
  public boolean isStarted() {
    return goal.equals(Goal.START);
  }

  /** {@return whether the job runs: goal start, state running} */
  public boolean isRunning() {
    return is(Goal.START, State.RUNNING);
  }

  /**
   * Says whether both the goal and the state are these.
   *
   * @param wantedGoal the goal
   * @param wantedState the state
   * @return whether they are
   */
  public boolean is(Goal wantedGoal, State wantedState) {
    return goal.equals(wantedGoal) && state.equals(wantedState);
  }

  /**
   * {@return the process id of the main process, or nothing if it does not run; {@link #processes}
   * has the others}
   */
  public OptionalInt pid() {
    return processes.stream()
        .filter(process -> process.name().equals(ProcessType.MAIN.text()))
        .mapToInt(JobProcess::pid)
        .findFirst();
  }

  /**
   * Names a job's instance as Upstart does in its messages.
   *
   * @param job the job's name
   * @param instance the instance's name
   * @return {@code job}, or {@code job (instance)}
   */
  public static String label(String job, String instance) {
    return instance.isEmpty() ? job : job + " (" + instance + ")";
  }

  /**
   * Prints the status as {@code initctl status} does: one line, and one more for each further
   * process.
   *
   * @return for example {@code web (8080) start/running, process 4711}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(label(job, instance));
    text.append(' ').append(goal).append('/').append(state);
    for (int i = 0; i < processes.size(); i++) {
      JobProcess process = processes.get(i);
      if (i > 0) {
        text.append("\n\t").append(process);
      } else if (UNNAMED.contains(process.name())) {
        text.append(", process ").append(process.pid());
      } else {
        text.append(", (").append(process.name()).append(") process ").append(process.pid());
      }
    }
    return text.toString();
  }
}
