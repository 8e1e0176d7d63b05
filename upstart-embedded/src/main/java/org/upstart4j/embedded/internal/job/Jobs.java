package org.upstart4j.embedded.internal.job;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.upstart4j.UpstartListener;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.spi.HashOrder;

/**
 * The jobs: those that are in force, and those that have been read and wait until the last instance
 * of the job before has gone.
 */
public final class Jobs {

  private final Map<String, LiveJob> configured = new HashMap<>();
  private final HashOrder<LiveJob> inForce = new HashOrder<>();
  private final Map<String, EventJobs> byEvent = new HashMap<>();
  private final Map<LiveJob, Long> places = new HashMap<>();
  private final UpstartVersion version;
  private final Consumer<Consumer<UpstartListener>> tell;

  /**
   * Makes a place for jobs.
   *
   * @param version the Upstart that reads their files
   * @param tell tells listeners of them
   */
  public Jobs(UpstartVersion version, Consumer<Consumer<UpstartListener>> tell) {
    this.version = version;
    this.tell = tell;
  }

  public @Nullable LiveJob get(String name) {
    return inForce.get(name);
  }

  public Collection<LiveJob> all() {
    return inForce.all();
  }

  /**
   * Goes through the jobs that an event concerns, in the order in which Upstart goes through all of
   * them, until the action says that this is enough.
   */
  public void forEachKnowing(LiveEvent event, Predicate<LiveJob> action) {
    EventJobs jobs = byEvent.get(event.name());
    if (jobs != null) {
      jobs.forEach(event, action);
    }
  }

  /** Goes through all jobs, including those that come meanwhile. */
  public void forEach(Consumer<LiveJob> action) {
    inForce.forEach(action);
  }

  /** Says whether no job has an instance with a process. */
  public boolean areAllAtRest() {
    return inForce.all().stream()
        .flatMap(job -> job.instances().all().stream())
        .allMatch(instance -> instance.processes().isEmpty());
  }

  /**
   * Takes over what a job's files say now.
   *
   * @param definition null if they say nothing, or cannot be read
   */
  public void configure(String name, @Nullable JobDefinition definition) {
    LiveJob old = configured.remove(name);
    if (definition != null) {
      LiveJob fresh = new LiveJob(definition, version, this::reconsider);
      configured.put(name, fresh);
      consider(fresh);
    }
    if (old != null) {
      old.outdate();
      if (reconsider(old)) {
        old.discard();
      }
    }
  }

  /** Says whether a job's files say now what it is. */
  public boolean hasFile(String name) {
    return configured.containsKey(name);
  }

  /**
   * Forgets where a job came from, as Upstart does when its override file cannot be read: the job
   * stays as far as it was read, until the last of its instances goes.
   */
  public void orphan(String name) {
    configured.remove(name);
  }

  /** Puts a new job in force, unless the one before still has instances. */
  private void consider(LiveJob fresh) {
    LiveJob old = inForce.get(fresh.name());
    if (old != null) {
      inheritEvents(old, fresh);
      if (!remove(old)) {
        if (fresh.startOn() != null) {
          fresh.startOn().reset();
        }
        return;
      }
    }
    add(fresh);
  }

  /**
   * Lets a newer job take the place of one that has no instances any more.
   *
   * @return whether that job is no longer in force
   */
  boolean reconsider(LiveJob job) {
    if (inForce.get(job.name()) != job) {
      return true;
    }
    LiveJob best = configured.get(job.name());
    if (best == job || !remove(job)) {
      return false;
    }
    if (best != null) {
      add(best);
    }
    return true;
  }

  /** Events that the old job has met already count for the new one too. */
  private static void inheritEvents(LiveJob old, LiveJob fresh) {
    if (old.startOn() == null || fresh.startOn() == null || !old.instances().isEmpty()) {
      return;
    }
    for (LiveEvent event : old.startOn().met()) {
      fresh.startOn().handle(event, List.of());
    }
  }

  private void add(LiveJob job) {
    long place = inForce.add(job.name(), job);
    places.put(job, place);
    for (String event : job.events()) {
      byEvent.computeIfAbsent(event, EventJobs::new).add(place, job);
    }
    tell.accept(listener -> listener.jobAdded(job.name()));
  }

  private boolean remove(LiveJob job) {
    Long place = places.get(job);
    if (place == null || !job.instances().isEmpty()) {
      return false;
    }
    places.remove(job);
    inForce.remove(job.name());
    for (String event : job.events()) {
      EventJobs jobs = byEvent.get(event);
      if (jobs != null) {
        jobs.remove(place);
      }
    }
    tell.accept(listener -> listener.jobRemoved(job.name()));
    return true;
  }
}
