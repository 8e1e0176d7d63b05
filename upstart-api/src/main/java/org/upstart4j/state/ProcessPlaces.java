package org.upstart4j.state;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.JobProcess;
import org.upstart4j.ProcessType;

/** Upstart writes what it has of each process at the process's place in a list. */
final class ProcessPlaces {

  private static final List<ProcessType> PLACES =
      List.of(
          ProcessType.MAIN,
          ProcessType.PRE_START,
          ProcessType.POST_START,
          ProcessType.PRE_STOP,
          ProcessType.POST_STOP,
          ProcessType.SECURITY);

  private ProcessPlaces() {}

  /** Returns the name of the process at a place; another one's is its number. */
  static String name(int place) {
    return place < PLACES.size() ? PLACES.get(place).text() : Integer.toString(place);
  }

  /** Returns the processes that run. */
  static List<JobProcess> running(Node pids) {
    List<JobProcess> running = new ArrayList<>();
    List<Node> places = pids.elements();
    for (int i = 0; i < places.size(); i++) {
      int pid = places.get(i).integerOr(0);
      if (pid > 0) {
        running.add(new JobProcess(name(i), pid));
      }
    }
    return running;
  }
}
