package org.upstart4j.cli.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.cli.terminal.Visible;

/**
 * A line of the list.
 *
 * @param status how the instance stands
 * @param standing what that means for its place
 * @param failure how it has failed, or an empty text
 */
record Row(JobStatus status, Standing standing, String failure) {

  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::standing)
          .thenComparing(row -> row.status.job())
          .thenComparing(row -> row.status.instance());

  /** All rows, what matters most first, and then by name. */
  static List<Row> sorted(List<JobStatus> statuses, Map<InstanceName, String> failures) {
    List<Row> rows = new ArrayList<>();
    Set<String> jobs = statuses.stream().map(JobStatus::job).collect(Collectors.toSet());
    Set<InstanceName> gone = new HashSet<>(failures.keySet());
    gone.removeIf(key -> !jobs.contains(key.job()));
    statuses.forEach(status -> gone.remove(InstanceName.of(status)));
    Set<String> told = gone.stream().map(InstanceName::job).collect(Collectors.toSet());
    for (JobStatus status : statuses) {
      if (!told.contains(status.job()) || !isPlaceholder(status)) {
        rows.add(of(status, failures));
      }
    }
    gone.forEach(key -> rows.add(of(stopped(key), failures)));
    rows.sort(ORDER);
    return rows;
  }

  /** What stands for a job without an instance, which is not needed beside one that has failed. */
  private static boolean isPlaceholder(JobStatus status) {
    return status.equals(JobStatus.notRunning(status.job()));
  }

  private static JobStatus stopped(InstanceName key) {
    return new JobStatus(key.job(), key.instance(), Goal.STOP, State.WAITING, List.of());
  }

  private static Row of(JobStatus status, Map<InstanceName, String> failures) {
    // what is started again may be read before that is heard
    String failure = status.isStarted() ? "" : failures.getOrDefault(InstanceName.of(status), "");
    return new Row(status, Standing.of(status, !failure.isEmpty()), failure);
  }

  /** Whether both are about the same instance. */
  boolean isAbout(Row other) {
    return InstanceName.of(status).equals(InstanceName.of(other.status));
  }

  String label() {
    return Visible.text(JobStatus.label(status.job(), status.instance()));
  }

  String progress() {
    return Visible.text(status.goal() + "/" + status.state());
  }

  /** What comes after goal and state: processes, and how it has failed. */
  String more() {
    StringBuilder text = new StringBuilder();
    if (!status.processes().isEmpty()) {
      text.append("  ")
          .append(
              status.processes().stream()
                  .map(process -> String.valueOf(process.pid()))
                  .collect(Collectors.joining(" ")));
    }
    return text.append(failure.isEmpty() ? "" : "  failed: " + failure).toString();
  }

  String text() {
    return label() + " " + progress() + more();
  }
}
