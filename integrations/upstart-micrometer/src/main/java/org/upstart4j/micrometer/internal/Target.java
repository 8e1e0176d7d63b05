package org.upstart4j.micrometer.internal;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Version;

/**
 * One Upstart whose numbers are wanted: hears what happens, takes its answers, and tells the meters
 * of each registry. Thread-safe.
 */
public final class Target implements UpstartListener {

  private static final double MILLIS = 1000;

  private final boolean perState;
  private final int mostEvents;
  private final Clock clock;
  private final List<RegistryMeters> meters = new ArrayList<>();
  private final Map<InstanceKey, Course> courses = new HashMap<>();
  private final Set<String> events = new HashSet<>();
  private final JobKeys keys;
  private final StartTimes starts = new StartTimes();
  private boolean hears;
  private boolean closed;
  private @Nullable Version version;
  private @Nullable Answer answer;
  private @Nullable UpstartException failure;

  /**
   * Makes one of which nothing is known yet.
   *
   * @param keys which jobs have series
   * @param perState whether they have some for their states, too
   * @param mostEvents how many names of events are counted apart at most
   * @param clock the time
   */
  public Target(JobKeys keys, boolean perState, int mostEvents, Clock clock) {
    this.keys = keys;
    this.perState = perState;
    this.mostEvents = mostEvents;
    this.clock = clock;
  }

  /**
   * Tells these meters, too, from now on.
   *
   * @param more the meters of a registry
   */
  public synchronized void tell(RegistryMeters more) {
    meters.add(more);
    if (answer != null) {
      show(answer, List.of(more));
    }
  }

  /**
   * Asks an Upstart what an answer is made of; this may take a while.
   *
   * @param upstart whom to ask
   * @return the answer
   * @throws UpstartException if it does not answer
   */
  public Answer ask(Upstart upstart) {
    long begun = clock.monotonicTime();
    @Nullable Version known = knownVersion();
    Version its = known == null ? upstart.version() : known;
    hears(upstart.capabilities().contains(Capability.SIGNALS));
    List<JobStatus> statuses = upstart.statuses();
    Duration took = Duration.ofNanos(clock.monotonicTime() - begun);
    return new Answer(its, upstart.transport(), statuses, took);
  }

  private synchronized @Nullable Version knownVersion() {
    return version;
  }

  private synchronized void hears(boolean signals) {
    hears = signals;
  }

  /**
   * Takes an answer.
   *
   * @param given what Upstart said
   */
  public synchronized void answered(Answer given) {
    if (closed) {
      return;
    }
    if (!hears && answer != null) {
      starts.startedSince(given.statuses()).forEach(this::sawStart);
    }
    starts.look(given.statuses());
    version = given.version();
    answer = given;
    failure = null;
    show(given, meters);
  }

  private void sawStart(InstanceKey instance) {
    starts.started(instance, now());
    job(instance)
        .ifPresent(key -> meters.forEach(m -> m.job(key).count(Metric.STARTS, Tags.empty())));
  }

  private void show(Answer given, List<RegistryMeters> to) {
    Picture picture = Picture.of(given.statuses(), keys);
    keys.keep(picture.running().keySet());
    to.forEach(one -> one.answered(given, picture));
    if (perState) {
      picture.perState().forEach((key, states) -> to.forEach(one -> one.job(key).states(states)));
    }
    starts
        .last(given.statuses(), keys)
        .forEach((key, seconds) -> to.forEach(one -> one.job(key).startTime(seconds)));
  }

  /**
   * Notes that Upstart does not answer.
   *
   * @param why the reason
   */
  public synchronized void unanswered(UpstartException why) {
    if (closed) {
      return;
    }
    failure = why;
    answer = null;
    version = null;
    meters.forEach(RegistryMeters::unanswered);
  }

  /** {@return why it does not answer; nothing if it does, or was not asked yet} */
  public synchronized Optional<UpstartException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Removes all that it has put into registries, and changes nothing there any more. */
  public synchronized void close() {
    closed = true;
    meters.forEach(RegistryMeters::close);
    meters.clear();
  }

  private Optional<JobKey> job(InstanceKey instance) {
    return keys.of(instance.job(), instance.instance());
  }

  private double now() {
    return clock.wallTime() / MILLIS;
  }

  @Override
  public synchronized void goalChanged(String job, String instance, Goal goal) {
    InstanceKey key = new InstanceKey(job, instance);
    courses.put(key, course(key).heading(goal));
  }

  private Course course(InstanceKey instance) {
    return courses.getOrDefault(instance, Course.UNKNOWN);
  }

  @Override
  public synchronized void stateChanged(String job, String instance, State state) {
    InstanceKey key = new InstanceKey(job, instance);
    Course before = course(key);
    Course after = before.in(state, clock.monotonicTime());
    courses.put(key, after);
    Optional<JobKey> series = job(key);
    if (series.isPresent()) {
      for (RegistryMeters one : meters) {
        count(one.job(series.get()), before, after);
      }
    }
    if (state.equals(State.RUNNING)) {
      starts.started(key, now());
    } else if (state.equals(State.WAITING)) {
      courses.remove(key);
    }
  }

  private void count(JobMeters job, Course before, Course after) {
    State state = after.state();
    if (state.equals(State.STARTING) && !before.respawning()) {
      job.count(Metric.STARTS, Tags.empty());
    } else if (state.equals(State.STOPPING) && after.respawning()) {
      job.count(Metric.RESPAWNS, Tags.empty());
    } else if (state.equals(State.RUNNING) && after.begun() >= 0) {
      job.started(Duration.ofNanos(clock.monotonicTime() - after.begun()));
    }
  }

  @Override
  public synchronized void failed(String job, String instance, ExitStatus status) {
    InstanceKey key = new InstanceKey(job, instance);
    Tags tags = FailureTags.of(course(key).state(), status);
    job(key).ifPresent(series -> meters.forEach(m -> m.job(series).count(Metric.FAILURES, tags)));
  }

  @Override
  public synchronized void eventEmitted(Event event) {
    String name = event.name();
    boolean fits = events.size() < mostEvents && name.length() <= JobKeys.LONGEST;
    if (fits) {
      events.add(name);
    }
    String counted = events.contains(name) ? name : JobKey.OTHER;
    meters.forEach(one -> one.event(counted));
  }

  @Override
  public synchronized void restarted() {
    version = null;
  }

  @Override
  public synchronized void missed(long count) {
    courses.clear();
    meters.forEach(one -> one.missed(count));
  }

  @Override
  public synchronized void connectionLost(UpstartUnavailableException reason) {
    courses.clear();
    meters.forEach(RegistryMeters::lost);
    unanswered(reason);
  }
}
