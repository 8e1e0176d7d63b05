package org.upstart4j.analysis.internal.reason;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.JobProcess;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.State;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.analysis.reason.SeenProcess;
import org.upstart4j.analysis.reason.UnderWay;
import org.upstart4j.analysis.reason.WaitsForProcess;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.state.InstanceState;

/** What an instance waits for that is on its way: an event, or one of its processes. */
final class UnderWayReasons {

  /** In these states an instance waits for the end of a process. */
  private static final Map<State, ProcessType> WAITED_FOR =
      Map.of(
          State.SECURITY, ProcessType.SECURITY,
          State.PRE_START, ProcessType.PRE_START,
          State.POST_START, ProcessType.POST_START,
          State.PRE_STOP, ProcessType.PRE_STOP,
          State.POST_STOP, ProcessType.POST_STOP);

  private static final Set<State> STOPS =
      Set.of(State.STOPPING, State.KILLED, State.POST_STOPPING, State.POST_STOP);

  private final Facts facts;
  private final EventHolders holders;

  UnderWayReasons(Facts facts) {
    this.facts = facts;
    this.holders = new EventHolders(facts, this);
  }

  /** What an instance waits for. */
  List<Reason> of(Subject subject) {
    List<Reason> reasons = new ArrayList<>(of(subject, new Chain(subject.label())));
    if (subject.status().isStarted() && STOPS.contains(subject.status().state())) {
      reasons.add(0, new UnderWay.StartsAfterStop(subject.label()));
    }
    return reasons;
  }

  /** Who holds an event that is not done. */
  List<Reason> holders(int event) {
    return holders.of(event);
  }

  /**
   * What an instance waits for.
   *
   * @param chain those that wait for it, and itself
   */
  List<Reason> of(Subject subject, Chain chain) {
    Optional<InstanceState> state = subject.instance();
    if (state.isPresent() && state.get().blocker().isPresent()) {
      return List.of(holders.waits(subject, state.get().blocker().getAsInt(), chain));
    }
    if (subject.isIn(State.STARTING) || subject.isIn(State.STOPPING)) {
      return holders.guess(subject, chain);
    }
    ProcessType type = WAITED_FOR.get(subject.status().state());
    if (type != null && subject.process(type).isPresent()) {
      return List.of(processRuns(subject, subject.process(type).get(), type));
    }
    if (subject.process(ProcessType.MAIN).isPresent()) {
      int main = subject.process(ProcessType.MAIN).get().pid();
      if (subject.isIn(State.KILLED)) {
        return killed(subject, main);
      }
      if (subject.isIn(State.SPAWNED)) {
        return List.of(spawned(subject, main));
      }
      if (subject.isIn(State.RUNNING) && subject.isTask()) {
        return List.of(
            processRuns(subject, subject.process(ProcessType.MAIN).get(), ProcessType.MAIN));
      }
    }
    return List.of(new UnderWay.Passing(subject.status()));
  }

  private Reason processRuns(Subject subject, JobProcess process, ProcessType type) {
    return gone(subject, process.pid())
        .or(() -> stuck(subject, process.pid(), type))
        .orElseGet(
            () ->
                new WaitsForProcess.ProcessRuns(
                    subject.label(),
                    type.text(),
                    process.pid(),
                    subject.age(process.pid()),
                    subject.shown(process.pid(), subject.lineOf(type))));
  }

  private static Optional<Reason> gone(Subject subject, int pid) {
    return subject.isMissing(pid)
        ? Optional.of(
            new WaitsForProcess.ProcessGone(
                subject.label(),
                pid,
                subject.status().goal().name(),
                subject.expect(),
                subject.line(StanzaName.EXPECT)))
        : Optional.empty();
  }

  /** A process that is stopped, or deep in the kernel. */
  private static Optional<Reason> stuck(Subject subject, int pid, ProcessType type) {
    return subject
        .seen(pid)
        .filter(UnderWayReasons::isStuck)
        .map(
            process ->
                new WaitsForProcess.ProcessStuck(
                    subject.label(),
                    type.text(),
                    pid,
                    process.state() != SeenProcess.IN_KERNEL,
                    subject.shown(pid, List.of())));
  }

  private static boolean isStuck(SeenProcess process) {
    return process.state() == SeenProcess.IN_KERNEL || process.state() == SeenProcess.STOPPED;
  }

  private List<Reason> killed(Subject subject, int pid) {
    Optional<Reason> gone = gone(subject, pid);
    if (gone.isPresent()) {
      return List.of(gone.get());
    }
    List<Reason> reasons = new ArrayList<>();
    stuck(subject, pid, ProcessType.MAIN).ifPresent(reasons::add);
    reasons.add(
        new WaitsForProcess.ToldToEnd(
            subject.label(),
            ProcessType.MAIN.text(),
            pid,
            signal(subject),
            killedIn(subject),
            subject.shown(pid, subject.line(StanzaName.KILL))));
    return reasons;
  }

  private static String signal(Subject subject) {
    return subject
        .job()
        .filter(job -> job.course().killSignal().isPresent())
        .map(job -> new Signal(job.course().killSignal().getAsInt()))
        .or(() -> subject.definition().map(JobDefinition::killSignal))
        .orElse(Signal.TERM)
        .toString();
  }

  private Optional<Duration> killedIn(Subject subject) {
    return subject
        .instance()
        .flatMap(InstanceState::kill)
        .flatMap(
            kill ->
                facts
                    .knowledge()
                    .steadySeconds()
                    .map(now -> Duration.ofSeconds(Math.max(0, kill.due() - now))));
  }

  private Reason spawned(Subject subject, int pid) {
    List<Evidence> shown = subject.shown(pid, subject.line(StanzaName.EXPECT));
    Optional<Reason> gone = gone(subject, pid);
    if (gone.isPresent()) {
      return gone.get();
    }
    return switch (subject.expect()) {
      case "fork", "daemon" ->
          new WaitsForProcess.ExpectsForks(
              subject.label(),
              subject.expect(),
              subject.instance().map(instance -> instance.trace().forks()),
              pid,
              subject.age(pid),
              shown);
      case "stop" -> new WaitsForProcess.ExpectsStop(subject.label(), pid, subject.age(pid), shown);
      default -> new UnderWay.Passing(subject.status());
    };
  }

  /** Whether an instance is between two states. */
  static boolean isUnderWay(Subject subject) {
    return !subject.isIn(State.RUNNING) && !subject.isIn(State.WAITING);
  }
}
