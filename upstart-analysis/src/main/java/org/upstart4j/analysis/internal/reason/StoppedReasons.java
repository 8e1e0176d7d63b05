package org.upstart4j.analysis.internal.reason;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.analysis.reason.Stopped;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.state.CourseState;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;

/** Why an instance has stopped, or stops. */
final class StoppedReasons {

  private static final String STOP_EVENTS = "UPSTART_STOP_EVENTS";
  private static final int SIGNALLED = 128;
  private static final int MOST_INSTANCES = 3;

  private final Facts facts;

  StoppedReasons(Facts facts) {
    this.facts = facts;
  }

  /** Why an instance that is still there stops. */
  List<Reason> of(Subject subject, InstanceState instance) {
    Optional<Reason> failure = instance.failure().map(known -> failed(subject, known));
    if (failure.isPresent()) {
      return List.of(failure.get());
    }
    Optional<String> events =
        instance.stopVariables().get(STOP_EVENTS).filter(text -> !text.isEmpty());
    if (events.isPresent()) {
      String text = StopEvents.withVariables(facts, instance, events.get());
      return List.of(
          new Stopped.ByEvent(
              subject.label(), text, since(subject), true, subject.lineOf("stop on")));
    }
    if (instance.isBlocking() || isAlive(subject)) {
      return List.of(new Stopped.ByHand(subject.label(), since(subject), true, List.of()));
    }
    return ofLife(subject);
  }

  /** A main process that is alive was not what stopped it; and no event was. */
  private static boolean isAlive(Subject subject) {
    return subject.process(ProcessType.MAIN).isPresent();
  }

  private Optional<Duration> since(Subject subject) {
    List<Happening> life = facts.messages().of(subject.label());
    for (int i = life.size() - 1; i >= 0; i--) {
      if (life.get(i).is(MessageKind.GOAL, "stop")) {
        return life.get(i).ago();
      }
    }
    return Optional.empty();
  }

  private Reason failed(Subject subject, InstanceState.Failure failure) {
    Optional<ProcessType> type = type(failure.process());
    if (type.isEmpty()) {
      return tooFast(subject, Optional.empty(), List.of());
    }
    return failure.exitStatus().equals(ExitStatus.NOT_RUN)
        ? couldNotRun(subject, type.get(), whyNotRun(subject))
        : processFailed(subject, type.get(), failure.exitStatus(), Optional.empty());
  }

  private Optional<Happening> whyNotRun(Subject subject) {
    return facts.messages().lastLife(subject.label()).stream()
        .filter(happening -> happening.is(MessageKind.NOT_SPAWNED))
        .reduce((earlier, later) -> later);
  }

  private static Optional<ProcessType> type(String word) {
    for (ProcessType type : ProcessType.values()) {
      if (type.text().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Why the instances of a job have stopped that are no longer there, as Upstart has logged. */
  List<Reason> ofLives(Subject subject) {
    List<Reason> reasons = new ArrayList<>(ofLife(subject));
    if (reasons.isEmpty() && subject.status().instance().isEmpty()) {
      facts.messages().instances(subject.status().job()).stream()
          .limit(MOST_INSTANCES)
          .map(instance -> subject.withInstance(instance))
          .forEach(gone -> reasons.addAll(ofLife(gone)));
    }
    return reasons;
  }

  /** The processes of an instance that have failed without stopping it. */
  List<Reason> ofAside(Subject subject) {
    return facts.messages().lastLife(subject.label()).stream()
        .filter(happening -> happening.isEndOf(ProcessType.POST_START.text()))
        .filter(happening -> !happening.is(MessageKind.EXITED))
        .map(
            happening ->
                processFailed(
                    subject, ProcessType.POST_START, happening.status(), Optional.of(happening)))
        .toList();
  }

  private List<Reason> ofLife(Subject subject) {
    List<Happening> life = facts.messages().lastLife(subject.label());
    List<Reason> reasons = new ArrayList<>();
    cause(subject, life).ifPresent(reasons::add);
    life.stream()
        .filter(happening -> happening.isEndOf(ProcessType.POST_STOP.text()))
        .filter(happening -> !happening.is(MessageKind.EXITED))
        .map(
            happening ->
                processFailed(
                    subject, ProcessType.POST_STOP, happening.status(), Optional.of(happening)))
        .forEach(reasons::add);
    return reasons;
  }

  /**
   * What stopped it. If Upstart has logged each step, that is the first in this life that can have;
   * else lives cannot be told apart, and it is the last one.
   */
  private Optional<Reason> cause(Subject subject, List<Happening> life) {
    List<Optional<Reason>> causes = new ArrayList<>();
    for (int i = 0; i < life.size(); i++) {
      causes.add(cause(subject, life, i));
    }
    if (!isDetailed(life)) {
      Collections.reverse(causes);
    }
    return causes.stream().flatMap(Optional::stream).findFirst();
  }

  private static boolean isDetailed(List<Happening> life) {
    return life.stream().anyMatch(happening -> happening.is(MessageKind.GOAL));
  }

  /** What one message says about the end, if it does; those around it may say more. */
  private Optional<Reason> cause(Subject subject, List<Happening> life, int place) {
    Happening happening = life.get(place);
    Optional<ProcessType> type = type(happening.process());
    return switch (happening.kind()) {
      case TOO_FAST ->
          Optional.of(
              tooFast(
                  subject,
                  happening.ago(),
                  evidence(happening, lastEnd(life.subList(0, place)).orElse(null))));
      case NOT_SPAWNED ->
          type.filter(StoppedReasons::isEssential)
              .map(known -> couldNotRun(subject, known, Optional.of(happening)));
      case TERMINATED, KILLED, EXITED ->
          isRespawned(life, place)
              ? Optional.empty()
              : type.flatMap(known -> ended(subject, life, happening, known));
      case GOAL ->
          happening.detail().equals("stop")
              ? Optional.of(stopped(subject, happening))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Whether the end of a process was answered by starting it again, or by giving it up. */
  private static boolean isRespawned(List<Happening> life, int place) {
    return place + 1 < life.size()
        && (life.get(place + 1).is(MessageKind.RESPAWNING)
            || life.get(place + 1).is(MessageKind.TOO_FAST));
  }

  private static Optional<Happening> lastEnd(List<Happening> before) {
    return before.stream()
        .filter(happening -> happening.isEndOf(ProcessType.MAIN.text()))
        .reduce((earlier, later) -> later);
  }

  private static List<Evidence> evidence(Happening first, @Nullable Happening second) {
    return second == null
        ? List.of(first.evidence())
        : List.of(first.evidence(), second.evidence());
  }

  private static boolean isEssential(ProcessType type) {
    return type != ProcessType.POST_START && type != ProcessType.PRE_STOP;
  }

  private Optional<Reason> ended(
      Subject subject, List<Happening> life, Happening happening, ProcessType type) {
    boolean isExited = happening.is(MessageKind.EXITED);
    return switch (type) {
      case PRE_START ->
          isExited
              ? Optional.empty()
              : Optional.of(
                  processFailed(subject, type, happening.status(), Optional.of(happening)));
      case MAIN -> mainEnded(subject, life, happening);
      default -> Optional.empty();
    };
  }

  /** If the steps are not logged, a process that ended as if it were told to was told to. */
  private Optional<Reason> mainEnded(Subject subject, List<Happening> life, Happening happening) {
    if (!isDetailed(life) && isAsTold(subject, happening.status())) {
      return Optional.of(stopped(subject, happening));
    }
    boolean isListed = normalExit(subject).contains(happening.status());
    if (happening.is(MessageKind.EXITED) || isListed) {
      return Optional.of(
          new Stopped.Ended(
              subject.label(),
              subject.isTask(),
              happening.status(),
              isListed,
              happening.ago(),
              evidence(subject, Optional.of(happening))));
    }
    return Optional.of(
        processFailed(subject, ProcessType.MAIN, happening.status(), Optional.of(happening)));
  }

  private static List<ExitStatus> normalExit(Subject subject) {
    return subject
        .job()
        .map(JobState::course)
        .map(CourseState::normalExit)
        .or(() -> subject.definition().map(JobDefinition::normalExit))
        .orElse(List.of());
  }

  /** Whether a process ended as one does that was sent the job's kill signal. */
  private static boolean isAsTold(Subject subject, ExitStatus status) {
    Signal signal = killSignal(subject);
    return status.equals(ExitStatus.of(signal))
        || status.equals(ExitStatus.of(Signal.KILL))
        || status.equals(ExitStatus.of(SIGNALLED + signal.number()));
  }

  private static Signal killSignal(Subject subject) {
    OptionalInt number =
        subject
            .job()
            .map(JobState::course)
            .map(CourseState::killSignal)
            .orElse(OptionalInt.empty());
    return number.isPresent()
        ? new Signal(number.getAsInt())
        : subject.definition().map(JobDefinition::killSignal).orElse(Signal.TERM);
  }

  /** Somebody stopped it: an event of its {@code stop on}, or a call. */
  private Reason stopped(Subject subject, Happening happening) {
    Optional<Happening> event =
        happening.is(MessageKind.GOAL) ? facts.messages().eventBefore(happening) : Optional.empty();
    List<String> stopOn = StopEvents.of(subject);
    if (event.isPresent() && stopOn.contains(event.get().detail())) {
      List<Evidence> evidence = new ArrayList<>(subject.lineOf("stop on"));
      evidence.add(event.get().evidence());
      return new Stopped.ByEvent(
          subject.label(),
          StopEvents.wanted(subject, event.get().detail()),
          happening.ago(),
          true,
          evidence);
    }
    boolean isCertain = happening.is(MessageKind.GOAL) || stopOn.isEmpty();
    return isCertain
        ? new Stopped.ByHand(
            subject.label(),
            happening.ago(),
            happening.is(MessageKind.GOAL),
            evidence(subject, Optional.of(happening)))
        : new Stopped.BySomebody(
            subject.label(),
            StopEvents.text(subject),
            happening.ago(),
            evidence(subject, Optional.of(happening)));
  }

  private Reason tooFast(Subject subject, Optional<Duration> ago, List<Evidence> shown) {
    RespawnLimit limit = RespawnLimit.of(subject);
    List<Evidence> evidence = new ArrayList<>(shown);
    subject.log().ifPresent(evidence::add);
    evidence.addAll(subject.line(StanzaName.RESPAWN));
    return new Stopped.RespawnedTooFast(
        subject.label(), limit.times(), limit.interval(), ago, evidence);
  }

  private Reason couldNotRun(Subject subject, ProcessType type, Optional<Happening> happening) {
    List<Evidence> evidence = new ArrayList<>();
    happening.map(Happening::evidence).ifPresent(evidence::add);
    evidence.addAll(subject.lineOf(type));
    return new Stopped.CouldNotRun(
        subject.label(),
        type.text(),
        happening.map(Happening::detail),
        happening.flatMap(Happening::ago),
        evidence);
  }

  private Reason processFailed(
      Subject subject, ProcessType type, ExitStatus status, Optional<Happening> happening) {
    List<Evidence> evidence = new ArrayList<>(evidence(subject, happening));
    evidence.addAll(subject.lineOf(type));
    return new Stopped.ProcessFailed(
        subject.label(), type.text(), status, happening.flatMap(Happening::ago), evidence);
  }

  private static List<Evidence> evidence(Subject subject, Optional<Happening> happening) {
    List<Evidence> evidence = new ArrayList<>();
    happening.map(Happening::evidence).ifPresent(evidence::add);
    subject.log().ifPresent(evidence::add);
    return evidence;
  }
}
