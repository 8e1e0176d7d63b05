package org.upstart4j.analysis.internal.reason;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.platform.ProvidedEvent;
import org.upstart4j.analysis.platform.Times;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Idle;
import org.upstart4j.analysis.reason.Part;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.analysis.reason.SeenProcess;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;

/** Events that came, and did not start a job all the same. */
final class PastEvents {

  private static final String UNKNOWN = "Unknown parameter: ";

  private final Facts facts;

  PastEvents(Facts facts) {
    this.facts = facts;
  }

  /** The instance that should have been started could not be named. */
  Optional<Reason> notNamed(String job, Optional<CheckedJob> file) {
    List<Happening> life = facts.messages().of(job);
    if (life.isEmpty() || !life.get(life.size() - 1).is(MessageKind.NOT_NAMED)) {
      return Optional.empty();
    }
    Happening failure = life.get(life.size() - 1);
    List<Evidence> evidence = new ArrayList<>(List.of(failure.evidence()));
    evidence.addAll(facts.files().lines(file.flatMap(CheckedJob::instance)));
    Optional<String> variable =
        failure.detail().startsWith(UNKNOWN)
            ? Optional.of(failure.detail().substring(UNKNOWN.length()))
            : Optional.empty();
    return Optional.of(new Idle.InstanceNotNamed(job, variable, evidence));
  }

  /** An event of the condition came before the job's file was as it is. */
  Optional<Reason> cameBefore(String job, EventExpression condition, List<Part> parts) {
    Optional<Duration> file = facts.files().age(job);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    List<EventMatch> matches = condition.matches().toList();
    for (int i = 0; i < matches.size(); i++) {
      if (!parts.get(i).isMet()) {
        Optional<Reason> reason = cameBefore(job, matches.get(i), file.get());
        if (reason.isPresent()) {
          return reason;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Reason> cameBefore(String job, EventMatch match, Duration file) {
    Optional<Happening> seen =
        new EventTimes(facts.messages())
            .last(match.event(), Emitters.job(match), "")
            .filter(event -> event.message().ago().compareTo(file) > 0);
    if (seen.isPresent()) {
      return Optional.of(reason(job, match, match.arguments().isEmpty(), seen.get().evidence()));
    }
    return startedBefore(match, file)
        .map(process -> reason(job, match, false, evidence(process)))
        .or(() -> bootedBefore(job, match, file));
  }

  private static Evidence evidence(SeenProcess process) {
    return new Evidence.OfProcess(process.pid(), process.command(), process.age());
  }

  private static Reason reason(String job, EventMatch match, boolean isCertain, Evidence shown) {
    return new Idle.CameBefore(job, match.plainText(), isCertain, List.of(shown));
  }

  /** The main process of the job that the event is about, if it ran before the file was changed. */
  private Optional<SeenProcess> startedBefore(EventMatch match, Duration file) {
    if (!match.event().equals("started") && !match.event().equals("starting")) {
      return Optional.empty();
    }
    return Emitters.job(match).flatMap(facts::job).map(JobState::instances).stream()
        .flatMap(List::stream)
        .map(InstanceState::processes)
        .flatMap(List::stream)
        .map(process -> facts.knowledge().process(process.pid()))
        .flatMap(Optional::stream)
        .filter(process -> process.age().filter(age -> age.compareTo(file) > 0).isPresent())
        .findFirst();
  }

  /** An event that comes once a boot came before, if the file is younger than Upstart. */
  private Optional<Reason> bootedBefore(String job, EventMatch match, Duration file) {
    Optional<Duration> up = facts.knowledge().age();
    boolean isOfBoot =
        facts.knowledge().target().platform().isPresent()
            && facts
                .knowledge()
                .target()
                .provides()
                .event(match.event())
                .map(ProvidedEvent::times)
                .filter(Times.ONCE::equals)
                .isPresent();
    return isOfBoot && up.filter(age -> age.compareTo(file) > 0).isPresent()
        ? Optional.of(new Idle.CameBefore(job, match.plainText(), false, List.of()))
        : Optional.empty();
  }
}
