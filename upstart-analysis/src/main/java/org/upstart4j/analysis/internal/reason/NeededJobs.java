package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.analysis.reason.Idle;
import org.upstart4j.analysis.reason.Part;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.analysis.reason.UnderWay;
import org.upstart4j.event.EventMatch;

/** The jobs whose events a condition still needs, and why these do not emit them. */
final class NeededJobs {

  private static final int DEEPEST = 20;

  private final Facts facts;
  private final BiFunction<String, Chain, List<Reason>> idle;

  /**
   * Looks for needed jobs.
   *
   * @param idle says why a job does not start, which was reached through others
   */
  NeededJobs(Facts facts, BiFunction<String, Chain, List<Reason>> idle) {
    this.facts = facts;
    this.idle = idle;
  }

  /** What there is to say about the jobs of events that have not come. */
  List<Reason> of(List<EventMatch> matches, List<Part> parts, Chain chain) {
    List<Reason> needs = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      EventMatch match = matches.get(i);
      if (!parts.get(i).isMet()) {
        Emitters.job(match).ifPresent(name -> needs.addAll(of(match, name, chain)));
      }
    }
    return needs;
  }

  private List<Reason> of(EventMatch match, String job, Chain chain) {
    return facts.statuses(job).stream()
        .filter(status -> isShortOf(status, match.event()))
        .<Reason>map(status -> new Idle.NeedsJob(match.plainText(), status, why(status, chain)))
        .toList();
  }

  /** Whether an instance is not where it emits an event, so that the event may yet come. */
  private static boolean isShortOf(JobStatus status, String event) {
    boolean isAboutStart = event.equals("starting") || event.equals("started");
    return isAboutStart ? !status.isRunning() : !status.is(Goal.STOP, State.WAITING);
  }

  private List<Reason> why(JobStatus status, Chain chain) {
    Optional<List<String>> circle = chain.circle(status.job());
    if (circle.isPresent()) {
      return List.of(new UnderWay.Circle(circle.get(), false));
    }
    if (chain.labels().size() > DEEPEST) {
      return List.of();
    }
    if (status.is(Goal.STOP, State.WAITING)) {
      return idle.apply(status.job(), chain.with(status.job()));
    }
    return status.isRunning()
        ? List.of()
        : new UnderWayReasons(facts).of(Subject.of(facts, status));
  }
}
