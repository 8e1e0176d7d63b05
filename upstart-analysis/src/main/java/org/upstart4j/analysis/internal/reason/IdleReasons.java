package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Idle;
import org.upstart4j.analysis.reason.NotKnown;
import org.upstart4j.analysis.reason.Part;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.state.ConditionState;
import org.upstart4j.state.JobState;

/** Why a job does not start by itself. */
final class IdleReasons {

  private final Facts facts;
  private final Emitters emitters;
  private final ConditionParts parts;
  private final PastEvents past;

  IdleReasons(Facts facts) {
    this.facts = facts;
    this.emitters = new Emitters(facts);
    this.parts = new ConditionParts(facts, emitters);
    this.past = new PastEvents(facts);
  }

  /**
   * Why a job has not been started.
   *
   * @param ranBefore whether it is known why it has stopped, so that its events came in time
   */
  List<Reason> of(String job, boolean ranBefore) {
    return of(job, ranBefore, new Chain(job));
  }

  private List<Reason> of(String job, boolean ranBefore, Chain chain) {
    Optional<CheckedJob> file = facts.files().job(job);
    Optional<ConditionState> state = facts.job(job).flatMap(JobState::startOn);
    Optional<EventExpression> condition =
        facts.state().isPresent()
            ? state.flatMap(ConditionState::condition)
            : facts.files().definition(job).flatMap(JobDefinition::startOn);
    if (facts.state().isEmpty() && file.isEmpty()) {
      return List.of(
          new NotKnown("What starts " + job, "this Upstart does not tell, nor do its files"));
    }
    if (condition.isEmpty()) {
      return List.of(withoutCondition(job, file));
    }
    List<Reason> reasons = new ArrayList<>();
    List<Evidence> evidence = facts.files().lines(file.flatMap(IdleReasons::startStanza));
    List<Part> all =
        state.isPresent() ? parts.of(state.get()) : parts.of(condition.get().matches().toList());
    waitsForCgroups(job, file).ifPresent(reasons::add);
    past.notNamed(job, file).ifPresent(reasons::add);
    if (all.stream().allMatch(Part::isMet)) {
      return reasons;
    }
    List<Reason> never = ranBefore ? List.of() : neverEmitted(job, condition.get(), all, evidence);
    if (!ranBefore) {
      past.cameBefore(job, condition.get(), all).ifPresent(reasons::add);
    }
    reasons.addAll(never);
    if (never.size() < all.size()) {
      reasons.add(
          notMet(
              job, condition.get(), all, needs(condition.get(), all, ranBefore, chain), evidence));
    }
    return reasons;
  }

  private Reason notMet(
      String job,
      EventExpression condition,
      List<Part> all,
      List<Reason> needs,
      List<Evidence> evidence) {
    EventExpression rest = Truth.rest(condition, all.stream().map(Part::isMet).toList());
    return new Idle.NotMet(
        job,
        condition.plainText(),
        rest.plainText(),
        all,
        facts.state().isPresent(),
        needs,
        evidence);
  }

  private List<Reason> needs(
      EventExpression condition, List<Part> all, boolean ranBefore, Chain chain) {
    NeededJobs needed = new NeededJobs(facts, (other, longer) -> of(other, false, longer));
    return ranBefore ? List.of() : needed.of(condition.matches().toList(), all, chain);
  }

  /** The stanza that counts; else the last one, as what comes after an error does not count. */
  private static Optional<Placed> startStanza(CheckedJob job) {
    return job.startOn().or(() -> last(job.stanzas(StanzaName.START)));
  }

  private Reason withoutCondition(String job, Optional<CheckedJob> file) {
    Optional<Placed> manual =
        file.flatMap(known -> last(known.stanzas(StanzaName.MANUAL)))
            .filter(placed -> file.get().startOn().isEmpty());
    if (manual.isPresent()) {
      return new Idle.Manual(job, facts.files().lines(manual));
    }
    return new Idle.NoStartOn(
        job, file.map(known -> facts.files().line(known.conf(), 1)).stream().toList());
  }

  private static Optional<Placed> last(List<Placed> stanzas) {
    return stanzas.isEmpty() ? Optional.empty() : Optional.of(stanzas.get(stanzas.size() - 1));
  }

  private Optional<Reason> waitsForCgroups(String job, Optional<CheckedJob> file) {
    boolean waits =
        facts
            .job(job)
            .map(JobState::setting)
            .filter(setting -> setting.waitsForCgroupManager())
            .isPresent();
    return waits
        ? Optional.of(
            new Idle.WaitsForCgroupManager(
                job,
                facts.files().lines(file.flatMap(known -> last(known.stanzas(StanzaName.CGROUP))))))
        : Optional.empty();
  }

  /** The events that nobody emits and without which the condition never comes true. */
  private List<Reason> neverEmitted(
      String job, EventExpression condition, List<Part> all, List<Evidence> evidence) {
    if (!emitters.isKnown()) {
      return List.of();
    }
    List<EventMatch> matches = condition.matches().toList();
    List<EventMatch> never = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      EventMatch match = matches.get(i);
      if (!all.get(i).isMet()
          && all.get(i).from().isEmpty()
          && match.event().indexOf('$') < 0
          && new EventTimes(facts.messages())
              .last(match.event(), Emitters.job(match), "")
              .isEmpty()) {
        never.add(match);
      }
    }
    if (!Truth.isNeeded(condition, never)) {
      return List.of();
    }
    List<String> searched = new ArrayList<>(facts.files().paths());
    searched.add(
        facts
            .knowledge()
            .target()
            .platform()
            .map(platform -> platform.title())
            .orElse("any known platform"));
    List<EventMatch> each =
        never.stream().filter(match -> Truth.isNeeded(condition, List.of(match))).toList();
    return (each.isEmpty() ? never : each)
        .stream()
            .<Reason>map(
                match ->
                    new Idle.NeverEmitted(
                        job, match.plainText(), emitters.near(match), searched, evidence))
            .toList();
  }
}
