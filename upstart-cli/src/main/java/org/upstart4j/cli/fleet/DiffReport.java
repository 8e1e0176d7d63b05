package org.upstart4j.cli.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.fleet.HostResult;

/** Gathers the files of a job on many hosts, to compare them when all are there. */
final class DiffReport implements HostReport {

  /**
   * Hosts whose files are the same, to the byte.
   *
   * @param files the files
   * @param hosts the names of the hosts
   */
  record Group(JobTexts files, List<String> hosts) {}

  /**
   * Prints the groups, the largest first, with which the others are compared; of equal ones that
   * with the first name.
   */
  interface Output {

    void print(List<Group> groups);
  }

  private final HostReport failures;
  private final Output output;
  private final Map<JobTexts, List<String>> hosts = new LinkedHashMap<>();

  /**
   * A report.
   *
   * @param failures tells of hosts whose files could not be read, and the numbers of hosts
   * @param output prints the groups
   */
  DiffReport(HostReport failures, Output output) {
    this.failures = failures;
    this.output = output;
  }

  /** Whether all files that could be read are the same. */
  boolean isSame() {
    return hosts.size() <= 1;
  }

  @Override
  public void add(HostResult<Answer> result) {
    if (result instanceof HostResult.Answer<Answer> answered
        && answered.value() instanceof JobTexts files) {
      hosts.computeIfAbsent(files, first -> new ArrayList<>()).add(result.host().name());
    } else {
      failures.add(result);
    }
  }

  @Override
  public void finish(Tally tally, Course course) {
    List<Group> groups = new ArrayList<>();
    hosts.forEach((files, names) -> groups.add(new Group(files, names.stream().sorted().toList())));
    groups.sort(
        Comparator.comparing((Group group) -> group.hosts().size())
            .reversed()
            .thenComparing(group -> group.hosts().get(0)));
    output.print(groups);
    failures.finish(tally, course);
  }
}
