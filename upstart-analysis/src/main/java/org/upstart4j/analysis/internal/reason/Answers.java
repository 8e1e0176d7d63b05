package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.analysis.reason.Absent;
import org.upstart4j.analysis.reason.Answer;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Knowledge;
import org.upstart4j.analysis.reason.NotKnown;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.analysis.reason.Stopped;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.state.EventState;
import org.upstart4j.state.UpstartState;

/** Answers why jobs stand where they stand. */
public final class Answers {

  private final Facts facts;
  private final AbsentReasons absent;
  private final IdleReasons idle;
  private final UnderWayReasons underWay;
  private final StoppedReasons stopped;
  private final UpReasons up;

  /** Answers from what is known. */
  public Answers(Knowledge knowledge) {
    this.facts = new Facts(knowledge);
    this.absent = new AbsentReasons(facts);
    this.idle = new IdleReasons(facts);
    this.underWay = new UnderWayReasons(facts);
    this.stopped = new StoppedReasons(facts);
    this.up = new UpReasons(facts);
  }

  /** An answer for each instance of a job. */
  public List<Answer> job(String job) {
    List<JobStatus> statuses = statuses(job);
    if (statuses.isEmpty()) {
      return List.of(new Answer(job, Optional.empty(), absent(job)));
    }
    return statuses.stream().map(this::answer).toList();
  }

  private List<JobStatus> statuses(String job) {
    return facts.statuses(job).stream()
        .sorted((one, other) -> one.instance().compareTo(other.instance()))
        .toList();
  }

  private List<Reason> absent(String job) {
    List<Reason> reasons = new ArrayList<>();
    if (isUntold() && facts.files().definition(job).isPresent()) {
      reasons.addAll(idle.of(job, false));
      reasons.addAll(absent.ofPart(job));
    } else {
      reasons.add(absent.of(job, names()));
    }
    reasons.addAll(facts.knowledge().gaps());
    return reasons;
  }

  /** Without an Upstart only the files tell which jobs there would be. */
  private boolean isUntold() {
    return facts.state().isEmpty() && facts.knowledge().statuses().isEmpty();
  }

  private SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    facts.knowledge().statuses().forEach(status -> names.add(status.job()));
    return names;
  }

  /** The answer for one instance of a job. */
  public Answer instance(String job, String instance) {
    List<JobStatus> statuses = statuses(job);
    if (statuses.isEmpty()) {
      return new Answer(job, Optional.empty(), absent(job));
    }
    Optional<JobStatus> found =
        statuses.stream().filter(status -> status.instance().equals(instance)).findFirst();
    return found.map(this::answer).orElseGet(() -> noInstance(job, instance, statuses));
  }

  private Answer noInstance(String job, String instance, List<JobStatus> statuses) {
    JobStatus status = new JobStatus(job, instance, Goal.STOP, State.WAITING, List.of());
    Subject subject = Subject.of(facts, status);
    List<Reason> reasons = new ArrayList<>();
    List<String> running =
        statuses.stream().filter(other -> !isIdle(other)).map(JobStatus::instance).toList();
    reasons.add(
        new Absent.NoSuchInstance(job, instance, running, subject.line(StanzaName.INSTANCE)));
    reasons.addAll(idle(subject));
    reasons.addAll(facts.knowledge().gaps());
    return new Answer(job, Optional.of(status), reasons);
  }

  private static boolean isIdle(JobStatus status) {
    return status.is(Goal.STOP, State.WAITING);
  }

  private Answer answer(JobStatus status) {
    Subject subject = Subject.of(facts, status);
    List<Reason> reasons = new ArrayList<>();
    if (isIdle(status)) {
      reasons.addAll(idle(subject));
    } else if (status.isRunning()) {
      reasons.addAll(up.of(subject));
      if (subject.isTask()) {
        reasons.addAll(0, underWay.of(subject));
      }
    } else {
      reasons.addAll(underWay.of(subject));
      stopping(subject).forEach(reasons::add);
    }
    reasons.addAll(absent.ofPart(status.job()));
    reasons.addAll(facts.knowledge().gaps());
    return new Answer(status.job(), Optional.of(status), reasons);
  }

  private List<Reason> stopping(Subject subject) {
    boolean stops = subject.status().goal().equals(Goal.STOP);
    return stops && subject.instance().isPresent()
        ? stopped.of(subject, subject.instance().get())
        : List.of();
  }

  private List<Reason> idle(Subject subject) {
    List<Reason> reasons = new ArrayList<>(stopped.ofLives(subject));
    if (reasons.isEmpty()) {
      hasRun(subject).ifPresent(reasons::add);
    }
    boolean ranBefore = !reasons.isEmpty();
    reasons.addAll(idle.of(subject.status().job(), ranBefore));
    if (!ranBefore && !facts.knowledge().tellsEachStep() && !facts.messages().isDetailed()) {
      reasons.add(
          new NotKnown(
              "Whether it has run and ended as it may",
              "Upstart logs that only from priority info on (initctl log-priority info)"));
    }
    return reasons;
  }

  /** It has written to its log since Upstart began. */
  private Optional<Reason> hasRun(Subject subject) {
    Optional<Evidence.InLog> log = subject.log();
    boolean isOfThisBoot =
        log.flatMap(Evidence.InLog::ago)
            .filter(ago -> facts.knowledge().age().filter(up -> up.compareTo(ago) > 0).isPresent())
            .isPresent();
    return isOfThisBoot
        ? Optional.of(
            new Stopped.HasRun(
                subject.label(), log.flatMap(Evidence.InLog::ago), List.of(log.get())))
        : Optional.empty();
  }

  /** An answer for each job that is stuck, has failed, or waits. */
  public List<Answer> trouble() {
    return new Trouble(facts, absent, this::answer).answers();
  }

  /** Who holds the events of a name that are not done. */
  public List<Reason> holders(String event) {
    List<EventState> events = facts.state().map(UpstartState::events).orElse(List.of());
    return IntStream.range(0, events.size())
        .filter(place -> events.get(place).name().equals(event))
        .mapToObj(underWay::holders)
        .flatMap(List::stream)
        .toList();
  }
}
