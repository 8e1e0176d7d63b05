package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Providers;
import org.upstart4j.analysis.platform.ProvidedEvent;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.Glob;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.spi.NearNames;

/** Who may emit the event that a condition waits for. */
final class Emitters {

  private static final Set<String> ABOUT_JOBS =
      Set.of("starting", "started", "stopping", "stopped");
  private static final int MOST = 3;

  private final Facts facts;
  private @Nullable List<Emits> emits;

  /** What an {@code emits} says. */
  private record Emits(String pattern, String job) {}

  Emitters(Facts facts) {
    this.facts = facts;
  }

  /** Asked last, as it reads all scripts. */
  private Providers providers() {
    return facts.files().folder().providers();
  }

  /** The job that an event is about, if it is about one by its name. */
  static Optional<String> job(EventMatch match) {
    if (!ABOUT_JOBS.contains(match.event())) {
      return Optional.empty();
    }
    for (int i = 0; i < match.arguments().size(); i++) {
      String argument = match.arguments().get(i);
      if (argument.startsWith("JOB=")) {
        return Optional.of(argument.substring("JOB=".length()));
      }
      if (i == 0 && argument.indexOf('=') < 0) {
        return Optional.of(argument);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the files and the platform are known well enough to say that nobody emits something.
   */
  boolean isKnown() {
    return !facts.files().isEmpty();
  }

  /** Who may emit the event; nothing if nobody is known to. */
  List<String> of(EventMatch match) {
    if (!isKnown()) {
      return List.of();
    }
    if (ABOUT_JOBS.contains(match.event())) {
      return job(match).map(this::jobs).orElseGet(() -> List.of("any job"));
    }
    List<String> emitters = new ArrayList<>();
    for (Emits emits : emits()) {
      if (Glob.matches(emits.pattern(), match.event())) {
        emitters.add("the job " + emits.job());
      }
    }
    facts
        .files()
        .folder()
        .target()
        .provides()
        .event(match.event())
        .map(ProvidedEvent::by)
        .filter(by -> !emitters.contains("the job " + by))
        .ifPresent(emitters::add);
    if (emitters.isEmpty() && providers().hasEvent(match.event())) {
      emitters.add("a script of these job files");
    }
    return emitters.stream().limit(MOST).toList();
  }

  private List<Emits> emits() {
    List<Emits> known = emits;
    if (known == null) {
      known = new ArrayList<>();
      for (CheckedJob job : facts.files().folder().jobs()) {
        for (String pattern : job.listed(StanzaName.EMITS)) {
          known.add(new Emits(pattern, job.name()));
        }
      }
      emits = known;
    }
    return known;
  }

  private List<String> jobs(String pattern) {
    if (facts.files().job(pattern).isPresent()) {
      return List.of("the job " + pattern);
    }
    List<String> found =
        facts.files().folder().jobs().stream()
            .map(CheckedJob::name)
            .filter(name -> Glob.matches(pattern, name))
            .limit(MOST)
            .map("the job "::concat)
            .toList();
    if (!found.isEmpty()) {
      return found;
    }
    return isRunningJob(pattern) || providers().hasJob(pattern)
        ? List.of("the job " + pattern)
        : List.of();
  }

  private boolean isRunningJob(String name) {
    return facts.job(name).isPresent();
  }

  /** Names that are near to that of an event, or of the job that it is about. */
  List<String> near(EventMatch match) {
    Optional<String> job = job(match);
    if (job.isPresent()) {
      return NearNames.of(providers().jobs(), job.get());
    }
    return NearNames.of(providers().events(), match.event());
  }
}
