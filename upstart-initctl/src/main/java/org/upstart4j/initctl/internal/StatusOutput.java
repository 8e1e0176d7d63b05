package org.upstart4j.initctl.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Goal;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.State;

/**
 * Reads statuses as initctl prints them: {@code JOB (INSTANCE) GOAL/STATE, process PID}, and a line
 * that begins with a tab for each further process. It reads a line from its end, as names may hold
 * anything.
 */
public final class StatusOutput {

  private static final Pattern STATUS =
      Pattern.compile("(?s)(.*) ([\\w-]+)/([\\w-]+)(?:, (?:\\(([\\w-]+)\\) )?process (-?\\d+))?");

  private static final Pattern PROCESS = Pattern.compile("\t([\\w-]+) process (-?\\d+)");

  private StatusOutput() {}

  /**
   * Reads the statuses of any jobs.
   *
   * @param text what was printed
   * @throws IllegalArgumentException if that is anything else
   */
  public static List<JobStatus> all(String text) {
    return read(text, null);
  }

  /**
   * Reads the only status that was printed, of a job whose name is known, whatever the name holds.
   *
   * @param text what was printed
   * @param job the job's name
   * @throws IllegalArgumentException if that is anything else
   */
  public static JobStatus only(String text, String job) {
    List<JobStatus> all = read(text, job);
    if (all.size() != 1 || !all.get(0).job().equals(job)) {
      throw new IllegalArgumentException("Not the status of " + job);
    }
    return all.get(0);
  }

  /**
   * Reads the statuses of a job's instances among those of all jobs.
   *
   * @param text what was printed
   * @param job the job's name
   * @return nothing if there is no such job
   * @throws IllegalArgumentException if that is anything else
   */
  public static List<JobStatus> of(String text, String job) {
    return read(text, job).stream().filter(status -> status.job().equals(job)).toList();
  }

  private static List<JobStatus> read(String text, @Nullable String job) {
    List<JobStatus> all = new ArrayList<>();
    Deque<String> lines = new ArrayDeque<>(lines(text));
    while (!lines.isEmpty()) {
      String line = lines.remove();
      List<JobProcess> more = new ArrayList<>();
      while (!lines.isEmpty() && lines.element().startsWith("\t")) {
        more.add(process(lines.remove()));
      }
      all.add(status(line, more, job));
    }
    return all;
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(withoutLineEnd(text).split("\n", -1));
  }

  /** Returns a text without the line feed at its end. */
  public static String withoutLineEnd(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static JobProcess process(String line) {
    Matcher matcher = PROCESS.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a process: " + line);
    }
    return new JobProcess(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }

  private static JobStatus status(String line, List<JobProcess> more, @Nullable String job) {
    Matcher matcher = STATUS.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a status: " + line);
    }
    String label = matcher.group(1);
    Goal goal = new Goal(matcher.group(2));
    State state = new State(matcher.group(3));
    List<JobProcess> processes = new ArrayList<>();
    if (matcher.group(5) != null) {
      String name = matcher.group(4) != null ? matcher.group(4) : unnamed(state);
      processes.add(new JobProcess(name, Integer.parseInt(matcher.group(5))));
    }
    processes.addAll(more);
    int split = instanceAt(label, job);
    return split < 0
        ? new JobStatus(label, "", goal, state, processes)
        : new JobStatus(
            label.substring(0, split),
            label.substring(split + 2, label.length() - 1),
            goal,
            state,
            processes);
  }

  /**
   * On the first line, three processes have no name. They never run at the same time, so the state
   * tells which one it is.
   */
  private static String unnamed(State state) {
    if (state.equals(State.PRE_START) || state.equals(State.PRE_STARTING)) {
      return ProcessType.PRE_START.text();
    }
    return state.equals(State.POST_STOP) || state.equals(State.POST_STOPPING)
        ? ProcessType.POST_STOP.text()
        : ProcessType.MAIN.text();
  }

  /** Returns where the name of an instance begins in {@code JOB (INSTANCE)}, or less than 0. */
  private static int instanceAt(String label, @Nullable String job) {
    if (!label.endsWith(")") || label.equals(job)) {
      return -1;
    }
    if (job != null && label.startsWith(job + " (")) {
      return job.length();
    }
    return label.indexOf(" (");
  }
}
