package org.upstart4j.analysis.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.upstart4j.analysis.internal.shell.ShellScript;
import org.upstart4j.analysis.internal.shell.UpstartCall;
import org.upstart4j.analysis.platform.Provided;
import org.upstart4j.analysis.platform.ProvidedEvent;
import org.upstart4j.analysis.platform.ProvidedJob;
import org.upstart4j.jobfile.stanza.StanzaName;

/**
 * Who provides which event and which job: the jobs of the folder and of the files beside it, and
 * the platform.
 */
public final class Providers {

  private static final Set<String> ABOUT_JOBS =
      Set.of("starting", "started", "stopping", "stopped");

  private final Provided platform;
  private final Map<String, CheckedJob> jobs = new HashMap<>();
  private final NamePatterns jobNames = new NamePatterns();
  private final NamePatterns startedByScripts = new NamePatterns();
  private final NamePatterns setByScripts = new NamePatterns();
  private final NamePatterns eventNames = new NamePatterns();
  private final Map<String, List<Emission>> emissions = new HashMap<>();

  Providers(Folder folder) {
    this.platform = folder.target().provides();
    Stream.concat(folder.contextJobs().stream(), folder.jobs().stream()).forEach(this::add);
    platform.jobs().forEach(job -> jobNames.add(job.name()));
    platform.events().forEach(event -> eventNames.add(event.name()));
    if (platform.announcesScripts()) {
      platform.sysvScripts().forEach(script -> jobNames.add(script.name()));
      folder.surroundings().sysvScripts().forEach(jobNames::add);
    }
  }

  private void add(CheckedJob job) {
    jobs.put(job.name(), job);
    jobNames.add(job.name());
    job.listed(StanzaName.EMITS).forEach(eventNames::add);
    for (Placed placed : job.stanzas()) {
      placed.script().ifPresent(this::addScript);
    }
  }

  private void addScript(ShellScript script) {
    for (UpstartCall found : UpstartCall.of(script)) {
      InitctlCall call = InitctlCall.of(found);
      switch (call.command()) {
        case "emit" -> addEmit(call);
        case "set-env" -> setByScripts.add(call.name().split("=", 2)[0]);
        case "start", "restart" -> startedByScripts.add(call.name());
        default -> {
          // the others make nothing happen that was not there before
        }
      }
    }
  }

  /** A script may also emit what otherwise a job does, on behalf of something that is no job. */
  private void addEmit(InitctlCall call) {
    eventNames.add(call.name());
    emissions.computeIfAbsent(call.name(), name -> new ArrayList<>()).add(Emission.of(call));
    if (ABOUT_JOBS.contains(call.name())) {
      call.arguments().stream()
          .filter(argument -> argument.startsWith("JOB="))
          .forEach(argument -> jobNames.add(argument.substring("JOB=".length())));
    }
  }

  /** The job of a name in the folder, or beside it. */
  public Optional<CheckedJob> job(String name) {
    return Optional.ofNullable(jobs.get(name));
  }

  /** The job of a name that comes with the platform, if the folder has none of that name. */
  public Optional<ProvidedJob> platformJob(String name) {
    return jobs.containsKey(name) ? Optional.empty() : platform.job(name);
  }

  /** The event of a name that comes with the platform. */
  public Optional<ProvidedEvent> platformEvent(String name) {
    return platform.event(name);
  }

  /** Whether a script emits an event, beside what the platform may do. */
  public boolean isEmittedByScript(String event) {
    return emitted(event).findAny().isPresent();
  }

  /** Whether somebody emits an event. */
  public boolean hasEvent(String name) {
    return eventNames.has(name);
  }

  /**
   * Whether somebody provides a job.
   *
   * @param pattern its name, or a pattern
   */
  public boolean hasJob(String pattern) {
    return jobNames.hasAny(pattern);
  }

  /** Whether a script starts a job by its name. */
  public boolean isStartedByScript(String job) {
    return startedByScripts.has(job);
  }

  /** Whether a script sets a variable for all jobs. */
  public boolean isSetByScript(String variable) {
    return setByScripts.has(variable);
  }

  /** The names of the events, without those that are patterns. */
  public Set<String> events() {
    return eventNames.constants();
  }

  /** The names of the jobs. */
  public Set<String> jobs() {
    return jobNames.constants();
  }

  /** The variables of an event by their positions, as far as they are known. */
  public List<String> variables(Awaited awaited) {
    if (!awaited.isAboutJob()) {
      return platformEvent(awaited.event()).map(ProvidedEvent::variables).orElse(List.of());
    }
    List<String> variables = new ArrayList<>(awaited.jobVariables());
    awaited.jobName().flatMap(this::exports).ifPresent(variables::addAll);
    return variables;
  }

  /** What a job puts into its events; nothing if there is no such job. */
  public Optional<List<String>> exports(String job) {
    return job(job)
        .map(found -> found.listed(StanzaName.EXPORT))
        .or(() -> platformJob(job).map(ProvidedJob::exports));
  }

  /** Whether an event can come with a variable. One that nobody is known to emit may have any. */
  public boolean mayCarry(Awaited awaited, String variable) {
    if (awaited.isAboutJob()) {
      return awaited.jobVariables().contains(variable)
          || emitted(awaited.event()).anyMatch(emission -> emission.mayCarry(variable))
          || awaited
              .jobName()
              .flatMap(this::exports)
              .map(all -> all.contains(variable))
              .orElse(true);
    }
    Optional<ProvidedEvent> provided = platform.event(awaited.event());
    List<Emission> known = emitted(awaited.event()).toList();
    boolean isDescribed = provided.isPresent() || !known.isEmpty();
    return !isDescribed
        || provided.map(event -> event.mayCarry(variable)).orElse(false)
        || known.stream().anyMatch(emission -> emission.mayCarry(variable));
  }

  private Stream<Emission> emitted(String event) {
    Stream<String> names = Stream.concat(Stream.of(event), eventNames.fitting(event));
    return names.flatMap(name -> emissions.getOrDefault(name, List.of()).stream());
  }
}
