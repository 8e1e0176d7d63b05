package org.upstart4j.analysis.host;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.reason.SeenProcess;
import org.upstart4j.spi.Located.Place;

/**
 * The processes of an Upstart, if this process sees them under the same numbers. In a container
 * they have other numbers inside than outside.
 */
final class SeenProcesses {

  private static final String WHAT = "What the processes do";

  /** What the program of Upstart is called. */
  private static final Set<String> UPSTART = Set.of("init", "upstart");

  /** One process that is not there may be gone; if none of several is, they are elsewhere. */
  private static final int SEVERAL = 2;

  private final ProcFolder proc;
  private final Place place;
  private final Supplier<List<JobStatus>> statuses;
  private final Remembered<Set<Integer>> told;
  private final Remembered<Set<Integer>> toldLater;
  private final Gaps gaps;
  private final Remembered<Boolean> areSeen = new Remembered<>(this::look);

  /**
   * Looks at processes.
   *
   * @param statuses how jobs stand
   * @param later how they stand a moment later
   */
  SeenProcesses(
      ProcFolder proc,
      Place place,
      Supplier<List<JobStatus>> statuses,
      Supplier<List<JobStatus>> later,
      Gaps gaps) {
    this.proc = proc;
    this.place = place;
    this.statuses = statuses;
    this.told = new Remembered<>(() -> pids(statuses.get()));
    this.toldLater = new Remembered<>(() -> pids(later.get()));
    this.gaps = gaps;
  }

  boolean areSeen() {
    return areSeen.get();
  }

  Optional<SeenProcess> process(int pid) {
    // what is not listed may still be a thread of that number
    return areSeen() && proc.isThere(pid) ? proc.process(pid) : Optional.empty();
  }

  /** A process may have ended since Upstart told of it: then it no longer does. */
  boolean isThere(int pid) {
    return areSeen()
        && (proc.isThere(pid) || (told.get().contains(pid) && !toldLater.get().contains(pid)));
  }

  private static Set<Integer> pids(List<JobStatus> all) {
    Set<Integer> pids = new HashSet<>();
    for (JobStatus status : all) {
      status.processes().forEach(process -> pids.add(process.pid()));
    }
    return pids;
  }

  Optional<Duration> age(int pid) {
    return areSeen() ? proc.age(pid) : Optional.empty();
  }

  private boolean look() {
    if (place == Place.MADE_UP) {
      return false;
    } else if (place == Place.ELSEWHERE) {
      gaps.add(WHAT, "Upstart runs on another machine");
    } else if (!proc.isOpen()) {
      gaps.add(WHAT, "this user may not see the processes of others");
    } else if (areElsewhere()) {
      gaps.add(WHAT, "Upstart runs in a container, where processes have other numbers");
    } else {
      return true;
    }
    return false;
  }

  private boolean areElsewhere() {
    if (place == Place.PROCESS_1 && !isUpstart(1)) {
      return statuses.get().stream().noneMatch(this::isOfItsJob);
    }
    Set<Integer> pids = told.get();
    return pids.size() >= SEVERAL && pids.stream().noneMatch(proc::isThere);
  }

  private boolean isUpstart(int pid) {
    return proc.facts(pid).filter(known -> UPSTART.contains(known.name())).isPresent();
  }

  /** Upstart gives the name of its job to each process. */
  private boolean isOfItsJob(JobStatus status) {
    return status.processes().stream()
        .anyMatch(process -> proc.hasVariable(process.pid(), "UPSTART_JOB=" + status.job()));
  }
}
