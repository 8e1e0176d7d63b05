package org.upstart4j.micrometer;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.micrometer.internal.Looks;
import org.upstart4j.micrometer.internal.RegistryMeters;
import org.upstart4j.micrometer.internal.Target;

/**
 * The numbers of one Upstart: jobs by state, which of them run, their starts, respawns and
 * failures, events, and whether Upstart answers. Thread-safe.
 *
 * <pre>{@code
 * try (UpstartMetrics metrics = UpstartMetrics.of(upstart)) {
 *   metrics.bindTo(registry);
 *   ...
 * }
 * }</pre>
 *
 * <p>Binding it starts two threads: one asks Upstart from time to time, and one notices when that
 * takes too long. What is counted is heard by a subscription. So a registry can be read at any time
 * without waiting for Upstart. Until the first answer, and while Upstart does not answer, {@code
 * upstart.up} is 0, and nothing is said about how jobs stand.
 */
public final class UpstartMetrics implements MeterBinder, AutoCloseable {

  private final Upstart upstart;
  private final MetricOptions options;
  private final Target target;
  private final Set<MeterRegistry> registries = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable Looks looks;
  private @Nullable Subscription subscription;
  private boolean closed;

  UpstartMetrics(Upstart upstart, MetricOptions options, Clock clock) {
    this.upstart = upstart;
    this.options = options;
    this.target = options.target(clock);
  }

  /**
   * {@return the usual numbers of an Upstart, which stays the caller's}
   *
   * @param upstart the Upstart
   */
  public static UpstartMetrics of(Upstart upstart) {
    return of(upstart, MetricOptions.USUAL);
  }

  /**
   * {@return the numbers of an Upstart, which stays the caller's}
   *
   * @param upstart the Upstart
   * @param options which numbers
   */
  public static UpstartMetrics of(Upstart upstart, MetricOptions options) {
    return new UpstartMetrics(upstart, options, Clock.SYSTEM);
  }

  /**
   * Puts the numbers into a registry, and keeps them up to date until this is closed. Once more
   * into the same registry changes nothing.
   *
   * @throws IllegalStateException if this is closed
   */
  @Override
  public void bindTo(MeterRegistry registry) {
    tell(registry);
    start();
  }

  synchronized void tell(MeterRegistry registry) {
    if (closed) {
      throw new IllegalStateException("These metrics are closed");
    }
    if (registries.add(registry)) {
      target.tell(new RegistryMeters(registry, options.tags()));
    }
  }

  /**
   * Waits until Upstart has been asked once, so that a registry does not say that nobody answers
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
      looks = new Looks(this::look, this::late, options.interval(), options.limit());
    }
  }

  /**
   * Asks Upstart now, on this thread. When this returns, registries have the answer, or {@code
   * upstart.up} is 0.
   */
  public void look() {
    try {
      listen();
      target.answered(target.ask(upstart));
    } catch (UpstartException failure) {
      target.unanswered(failure);
    } catch (RuntimeException failure) {
      // otherwise it would never be asked again
      target.unanswered(
          new UpstartUnavailableException("The answer makes no numbers: " + failure, failure));
    }
  }

  private void late() {
    target.unanswered(new UpstartTimeoutException("Upstart to answer", options.limit()));
  }

  /** Where it can be listened to, once. */
  private void listen() {
    if (isListening() || !upstart.capabilities().contains(Capability.SIGNALS)) {
      return;
    }
    Subscription fresh = upstart.subscribe(target);
    if (!keep(fresh)) {
      fresh.close();
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

  /** {@return why Upstart does not answer; nothing if it does, or was not asked yet} */
  public Optional<UpstartException> failure() {
    return target.failure();
  }

  /** Removes all that it has put into registries, and asks and listens no more. */
  @Override
  public void close() {
    @Nullable Subscription heard = end();
    if (heard != null) {
      heard.close();
    }
    target.close();
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
