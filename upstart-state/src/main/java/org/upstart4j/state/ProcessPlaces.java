package org.upstart4j.state;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.JobProcess;
import org.upstart4j.ProcessType;
import org.upstart4j.spi.ProcessOrder;

/** Upstart writes what it has of each process at the place of the process in a list. */
final class ProcessPlaces {

  /** The names of the processes, at their places. */
  static final List<String> NAMES = ProcessOrder.LISTED.stream().map(ProcessType::text).toList();

  private ProcessPlaces() {}

  /** {@return the name of the process at a place; that of one that is not known is its number} */
  static String name(int place) {
    return place < NAMES.size() ? NAMES.get(place) : Integer.toString(place);
  }

  /** {@return the processes that run} */
  static List<JobProcess> running(StateNode pids) {
    List<JobProcess> running = new ArrayList<>();
    List<StateNode> places = pids.elements();
    for (int i = 0; i < places.size(); i++) {
      int pid = places.get(i).integerOr(0);
      if (pid > 0) {
        running.add(new JobProcess(name(i), pid));
      }
    }
    return running;
  }

  static void write(StateObject instance, List<JobProcess> running) {
    instance.numbers("pid", NAMES.stream().map(name -> pid(running, name)).toList());
  }

  private static int pid(List<JobProcess> running, String name) {
    return running.stream()
        .filter(process -> process.name().equals(name))
        .mapToInt(JobProcess::pid)
        .findFirst()
        .orElse(0);
  }
}
