package org.upstart4j.it.fleet.scale;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.upstart4j.JobStatus;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.HostResult;

/** A program that asks all hosts for the status of a job. */
final class AskingProgram {

  private AskingProgram() {}

  /** Asks; prints how many hosts have ended how. */
  public static void main(String[] arguments) throws IOException {
    Map<String, Integer> ends = new TreeMap<>();
    try (Fleet fleet = Fleet.of(HearingProgram.hosts()).forks(32).build();
        Stream<HostResult<JobStatus>> results =
            fleet.call((host, upstart) -> upstart.job("web").status())) {
      results.forEach(result -> ends.merge(result.getClass().getSimpleName(), 1, Integer::sum));
    }
    System.out.println(ends);
  }
}
