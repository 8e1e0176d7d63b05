package org.upstart4j.micrometer;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Subscription;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.HostResult;
import org.upstart4j.micrometer.internal.Answer;
import org.upstart4j.micrometer.internal.Looks;
import org.upstart4j.micrometer.internal.RegistryMeters;
import org.upstart4j.micrometer.internal.Target;

/**
 * The numbers of a fleet: those of {@link UpstartMetrics} for each host, with the tag {@code host}.
 * A host that does not answer has {@code upstart.up} 0. Thread-safe.
 *
 * <p>All hosts are asked in turns, as the fleet's limits say; a turn lasts until the last host has
 * answered or its time is over. What is counted is heard by a subscription to each host.
 */
public final class FleetMetrics implements MeterBinder, AutoCloseable {

  private final Fleet fleet;
  private final MetricOptions options;
  private final Map<Host, Target> targets = new LinkedHashMap<>();
  private final IdentityHashMap<MeterRegistry, Set<Host>> registries = new IdentityHashMap<>();
  private @Nullable Looks looks;
  private @Nullable Subscription subscription;
  private boolean closed;

  FleetMetrics(Fleet fleet, MetricOptions options, Clock clock) {
    this.fleet = fleet;
    this.options = options;
    for (Host host : fleet.hosts()) {
      targets.put(host, options.target(clock));
    }
  }

  /**
   * {@return the usual numbers of a fleet, which stays the caller's}
   *
   * @param fleet the fleet
   */
  public static FleetMetrics of(Fleet fleet) {
    return of(fleet, MetricOptions.USUAL);
  }

  /**
   * {@return the numbers of a fleet, which stays the caller's}
   *
   * @param fleet the fleet
   * @param options which numbers; the limit of an answer is the fleet's own
   */
  public static FleetMetrics of(Fleet fleet, MetricOptions options) {
    return new FleetMetrics(fleet, options, Clock.SYSTEM);
  }

  /**
   * Puts the numbers of all hosts into a registry, and keeps them up to date until this is closed.
   * Once more into the same registry changes nothing.
   *
   * @throws IllegalStateException if this is closed
   */
  @Override
  public void bindTo(MeterRegistry registry) {
    targets.forEach(
        (host, target) -> tell(registry, host, options.tags().and("host", host.name())));
    start();
  }

  /**
   * Puts the numbers of one host into a registry, without the tag {@code host}.
   *
   * @param registry a registry of its own, as other series have the tag
   * @param host a host of the fleet
   * @throws IllegalArgumentException if the fleet has no such host
   * @throws IllegalStateException if this is closed
   */
  public void bindTo(MeterRegistry registry, Host host) {
    tell(registry, host, options.tags());
    start();
  }

  private synchronized void tell(MeterRegistry registry, Host host, Tags tags) {
    if (closed) {
      throw new IllegalStateException("These metrics are closed");
    }
    Set<Host> bound = registries.computeIfAbsent(registry, none -> newSet());
    if (bound.add(host)) {
      target(host).tell(new RegistryMeters(registry, tags));
    }
  }

  private static Set<Host> newSet() {
    return Collections.newSetFromMap(new HashMap<>());
  }

  private Target target(Host host) {
    @Nullable Target target = targets.get(host);
    if (target == null) {
      throw new IllegalArgumentException("The fleet has no host " + host.name());
    }
    return target;
  }

  /**
   * Waits until all hosts have been asked once, so that a registry does not say that nobody answers
   * only because nobody was asked.
   *
   * @param time how long to wait at most
   * @return whether that has happened; not if this was never bound
   */
  public boolean awaitFirstLook(Duration time) {
    @Nullable Looks running = looks();
    return running != null && running.awaitFirst(time);
  }

  private synchronized @Nullable Looks looks() {
    return looks;
  }

  private synchronized void start() {
    if (looks == null) {
      looks = new Looks(this::look, () -> {}, options.interval(), options.limit());
    }
  }

  /**
   * Asks all hosts now, and returns when each has answered or its time is over. Registries have
   * then what was said.
   */
  public void look() {
    try {
      listen();
      try (Stream<HostResult<Answer>> results =
          fleet.call((host, upstart) -> target(host).ask(upstart))) {
        results.forEach(this::take);
      }
    } catch (RuntimeException failure) {
      // otherwise they would never be asked again
      UpstartException why =
          new UpstartUnavailableException("The hosts could not be asked: " + failure, failure);
      targets.values().forEach(target -> target.unanswered(why));
    }
  }

  private void take(HostResult<Answer> result) {
    Target target = target(result.host());
    if (result instanceof HostResult.Answer<Answer> answer) {
      target.answered(answer.value());
    } else if (result instanceof HostResult.Failure<Answer> failure) {
      target.unanswered(failure.error());
    } else if (result instanceof HostResult.Untried<Answer> untried) {
      target.unanswered(new UpstartUnavailableException(untried.reason(), null));
    }
  }

  private void listen() {
    if (!isListening()) {
      Subscription fresh = fleet.subscribe(this::target);
      if (!keep(fresh)) {
        fresh.close();
      }
    }
  }

  private synchronized boolean isListening() {
    return subscription != null || closed;
  }

  private synchronized boolean keep(Subscription fresh) {
    if (isListening()) {
      return false;
    }
    subscription = fresh;
    return true;
  }

  /**
   * {@return why a host does not answer; nothing if it does, or was not asked yet}
   *
   * @param host a host of the fleet
   */
  public Optional<UpstartException> failure(Host host) {
    return target(host).failure();
  }

  /** Removes all that it has put into registries, and asks and listens no more. */
  @Override
  public void close() {
    @Nullable Subscription heard = end();
    if (heard != null) {
      heard.close();
    }
    targets.values().forEach(Target::close);
  }

  private synchronized @Nullable Subscription end() {
    closed = true;
    if (looks != null) {
      looks.close();
    }
    @Nullable Subscription heard = subscription;
    subscription = null;
    return heard;
  }
}
