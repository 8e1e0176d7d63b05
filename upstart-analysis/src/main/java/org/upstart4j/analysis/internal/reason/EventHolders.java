package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.internal.model.PlacedCondition;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.NotKnown;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.analysis.reason.UnderWay;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.Glob;
import org.upstart4j.state.ConditionState;
import org.upstart4j.state.EventState;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;

/** Who holds an event that an instance waits for, through as many jobs as it takes. */
final class EventHolders {

  private static final String PENDING = "pending";
  private static final int DEEPEST = 50;

  private final Facts facts;
  private final UnderWayReasons underWay;

  EventHolders(Facts facts, UnderWayReasons underWay) {
    this.facts = facts;
    this.underWay = underWay;
  }

  /** An instance waits for an event. */
  Reason waits(Subject subject, int place, Chain chain) {
    Optional<EventState> event = facts.event(place);
    String text = event.map(Facts::text).orElse("that is not told");
    return new UnderWay.WaitsForEvent(subject.label(), text, holders(event, place, chain));
  }

  /** Who holds an event that is not done. */
  List<Reason> of(int place) {
    return holders(facts.event(place), place, new Chain(List.of()));
  }

  private List<Reason> holders(Optional<EventState> event, int place, Chain chain) {
    if (event.isEmpty()) {
      return List.of();
    }
    String text = Facts.text(event.get());
    List<Reason> reasons = new ArrayList<>();
    if (event.get().progress().equals(PENDING)) {
      reasons.add(new UnderWay.NotHandledYet(text));
    }
    for (Holds.Hold hold : facts.holds().of(place)) {
      if (hold instanceof Holds.ByInstance holder) {
        reasons.add(byInstance(holder, event.get(), text, chain));
      } else if (hold instanceof Holds.ByCondition holder) {
        reasons.add(byCondition(holder, text, chain));
      }
    }
    return List.copyOf(reasons);
  }

  private Reason byInstance(Holds.ByInstance holder, EventState event, String text, Chain chain) {
    Subject subject = Subject.of(facts, holder.job(), holder.instance());
    return new UnderWay.HeldByJob(
        subject.status(), text, next(subject, chain), condition(subject, event.name()));
  }

  /** What the holder waits for in turn, unless that has been told: a circle. */
  private List<Reason> next(Subject holder, Chain chain) {
    Optional<List<String>> circle = chain.circle(holder.label());
    if (circle.isPresent()) {
      return List.of(new UnderWay.Circle(circle.get(), true));
    }
    return chain.labels().size() > DEEPEST
        ? List.of()
        : underWay.of(holder, chain.with(holder.label()));
  }

  /** The condition that has taken hold of an event, if it names it. */
  private List<Evidence> condition(Subject subject, String event) {
    boolean stops = subject.status().goal().equals(Goal.STOP);
    Optional<PlacedCondition> condition =
        stops
            ? subject.file().flatMap(CheckedJob::stopCondition)
            : subject.file().flatMap(CheckedJob::startCondition);
    boolean isNamed =
        condition.stream()
            .flatMap(known -> known.events().stream())
            .anyMatch(awaited -> awaited.event().equals(event));
    return isNamed ? subject.lineOf(stops ? "stop on" : "start on") : List.of();
  }

  private Reason byCondition(Holds.ByCondition hold, String text, Chain chain) {
    String job =
        JobStatus.label(hold.job().name(), hold.instance().map(InstanceState::name).orElse(""));
    Optional<CheckedJob> file = facts.files().job(hold.job().name());
    Optional<Placed> placed =
        hold.instance().isPresent()
            ? file.flatMap(CheckedJob::stopOn)
            : file.flatMap(CheckedJob::startOn);
    List<EventMatch> missing = hold.missing();
    return new UnderWay.HeldByCondition(
        job,
        hold.stanza(),
        text,
        missing.stream().map(EventMatch::plainText).toList(),
        missing.stream()
            .flatMap(match -> aboutMissing(match, hold.job().name(), chain).stream())
            .toList(),
        facts.files().lines(placed));
  }

  /** A missing event may be that of a job which waits in turn for one of the chain. */
  private List<Reason> aboutMissing(EventMatch missing, String holder, Chain chain) {
    Optional<JobState> job = Emitters.job(missing).flatMap(facts::job);
    if (job.isEmpty()) {
      return List.of();
    }
    Chain longer = chain.with(holder);
    List<Reason> reasons = new ArrayList<>();
    for (InstanceState instance : job.get().instances()) {
      Subject subject = Subject.of(facts, job.get(), instance);
      if (UnderWayReasons.isUnderWay(subject)) {
        reasons.addAll(next(subject, longer));
      }
    }
    if (job.get().instances().isEmpty()) {
      job.get()
          .startOn()
          .flatMap(ConditionState::condition)
          .flatMap(condition -> circle(condition.matches().toList(), job.get().name(), longer))
          .ifPresent(reasons::add);
    }
    return reasons;
  }

  /** A job that is not started because its condition needs one that waits for it. */
  private static Optional<Reason> circle(List<EventMatch> wanted, String job, Chain chain) {
    return wanted.stream()
        .map(Emitters::job)
        .flatMap(Optional::stream)
        .map(chain.with(job)::circle)
        .flatMap(Optional::stream)
        .<Reason>map(around -> new UnderWay.Circle(around, true))
        .findFirst();
  }

  /**
   * Who may hold the event of an Upstart that does not tell: jobs whose conditions name it, and
   * that are on their way.
   */
  List<Reason> guess(Subject subject, Chain chain) {
    String event = subject.status().state().name();
    List<Reason> holders = new ArrayList<>();
    for (JobStatus status : facts.knowledge().statuses()) {
      Subject other = Subject.of(facts, status);
      if (!other.label().equals(subject.label()) && mayHold(other, event, subject.status().job())) {
        holders.add(
            new UnderWay.HeldByJob(
                status, event + " " + subject.status().job(), next(other, chain), lines(other)));
      }
    }
    Reason waits =
        new UnderWay.WaitsForEvent(subject.label(), event + " " + subject.status().job(), holders);
    return facts.state().isPresent()
        ? List.of(waits)
        : List.of(
            waits,
            new NotKnown(
                "Who holds the event " + event + " " + subject.status().job(),
                "this Upstart does not tell its state"
                    + (holders.isEmpty() ? "" : "; by their conditions it may be those above")));
  }

  private static List<Evidence> lines(Subject other) {
    return other.lineOf(other.status().goal().equals(Goal.STOP) ? "stop on" : "start on");
  }

  private static boolean mayHold(Subject other, String event, String job) {
    boolean isOnItsWay =
        UnderWayReasons.isUnderWay(other) || (other.isIn(State.RUNNING) && other.isTask());
    return isOnItsWay
        && (names(other.file().flatMap(CheckedJob::startCondition), event, job)
            || names(other.file().flatMap(CheckedJob::stopCondition), event, job));
  }

  private static boolean names(Optional<PlacedCondition> condition, String event, String job) {
    return condition.stream()
        .flatMap(known -> known.events().stream())
        .filter(awaited -> awaited.event().equals(event))
        .map(Awaited::job)
        .anyMatch(wanted -> wanted.isEmpty() || Glob.matches(wanted.get().value(), job));
  }
}
