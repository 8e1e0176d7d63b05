package org.upstart4j.analysis.platform;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The events and jobs that a platform's own packages provide. Those of a folder of job files come
 * on top.
 *
 * <pre>{@code
 * Provided provided = Platform.UBUNTU_14_04.provides();
 * provided.event("net-device-up").orElseThrow().variables(); // [IFACE, LOGICAL, ADDRFAM, METHOD]
 * provided.job("rc").orElseThrow().exports(); // [RUNLEVEL, PREVLEVEL]
 * }</pre>
 */
public final class Provided {

  private final Map<String, ProvidedEvent> events;
  private final Map<String, ProvidedJob> jobs;
  private final Map<String, SysvScript> scripts;
  private final List<ProvidedEvent> patterns;
  private final boolean announcesScripts;

  Provided(
      Map<String, ProvidedEvent> events,
      Map<String, ProvidedJob> jobs,
      Map<String, SysvScript> scripts,
      boolean announcesScripts) {
    this.events = Collections.unmodifiableMap(new TreeMap<>(events));
    this.jobs = Collections.unmodifiableMap(new TreeMap<>(jobs));
    this.scripts = Collections.unmodifiableMap(new TreeMap<>(scripts));
    this.patterns = this.events.values().stream().filter(ProvidedEvent::isPattern).toList();
    this.announcesScripts = announcesScripts;
  }

  /**
   * Looks an event up.
   *
   * @param name the event's name, for example {@code net-device-added}
   * @return the event of this name; else the one with the longest pattern that fits; else nothing
   */
  public Optional<ProvidedEvent> event(String name) {
    ProvidedEvent exact = events.get(name);
    return exact != null ? Optional.of(exact) : Pattern.longest(patterns, name);
  }

  /**
   * Looks a job up.
   *
   * @param name the job's name
   * @return the job, or nothing if no package brings one of this name
   */
  public Optional<ProvidedJob> job(String name) {
    return Optional.ofNullable(jobs.get(name));
  }

  /**
   * Looks a script of SysV init up.
   *
   * @param name the service's name
   * @return the script, or nothing if it is not known as a service that has only a script
   */
  public Optional<SysvScript> sysvScript(String name) {
    return Optional.ofNullable(scripts.get(name));
  }

  /** {@return all events, by name} */
  public Collection<ProvidedEvent> events() {
    return events.values();
  }

  /** {@return all jobs, by name} */
  public Collection<ProvidedJob> jobs() {
    return jobs.values();
  }

  /** {@return all services that are known to have a script of SysV init only, by name} */
  public Collection<SysvScript> sysvScripts() {
    return scripts.values();
  }

  /**
   * Says whether the platform's {@code rc} emits {@code starting}, {@code started}, {@code
   * stopping} and {@code stopped} with {@code JOB=NAME} for each script of SysV init that it runs,
   * so that a condition may name a script as if it were a job. Red Hat's does, Debian's does not.
   *
   * @return whether it does
   */
  public boolean announcesScripts() {
    return announcesScripts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Provided that
        && events.equals(that.events)
        && jobs.equals(that.jobs)
        && scripts.equals(that.scripts)
        && announcesScripts == that.announcesScripts;
  }

  @Override
  public int hashCode() {
    return 31 * events.keySet().hashCode() + jobs.keySet().hashCode();
  }

  @Override
  public String toString() {
    return "%d events, %d jobs, %d scripts".formatted(events.size(), jobs.size(), scripts.size());
  }
}
