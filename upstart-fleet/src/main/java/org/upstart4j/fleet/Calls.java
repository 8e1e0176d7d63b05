package org.upstart4j.fleet;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.upstart4j.fleet.HostResult.Answer;
import org.upstart4j.fleet.HostResult.Failure;
import org.upstart4j.fleet.HostResult.Untried;
import org.upstart4j.fleet.internal.Crew;
import org.upstart4j.fleet.internal.FleetThreads;
import org.upstart4j.fleet.internal.Unfinished;

/** One call on many hosts. It tells exactly one result for each of them, and then that it ends. */
final class Calls<T> {

  /** Told the results, on any thread; it must not wait. */
  interface Sink<T> {

    /** A host is done. */
    void add(HostResult<T> result);

    /** All hosts are done. */
    void end();
  }

  private final Connections connections;
  private final FleetThreads threads;
  private final CallLimits limits;
  private final Sink<T> sink;
  private final Crew crew;
  private final AtomicInteger left = new AtomicInteger();
  private volatile Runnable cancelAlarm = () -> {};
  private volatile Runnable ended = () -> {};

  Calls(Connections connections, FleetThreads threads, CallLimits limits, Sink<T> sink) {
    this.connections = connections;
    this.threads = threads;
    this.limits = limits;
    this.sink = sink;
    this.crew = new Crew(threads, limits.forks(), limits.host());
  }

  /**
   * Begins to ask.
   *
   * @param ended run once all hosts are done, or at once if there are none
   */
  void begin(Collection<Host> hosts, HostCall<? extends T> call, Runnable ended) {
    this.ended = ended;
    left.set(hosts.size());
    if (hosts.isEmpty()) {
      end();
      return;
    }
    limits.all().ifPresent(limit -> cancelAlarm = threads.after(limit, crew::expire));
    for (Host host : hosts) {
      Attempt attempt = new Attempt(host, call);
      crew.<HostResult<T>>add(attempt::result, attempt::unfinished, this::tell);
    }
  }

  private void tell(HostResult<T> result) {
    sink.add(result);
    if (left.decrementAndGet() == 0) {
      end();
    }
  }

  private void end() {
    cancelAlarm.run();
    ended.run();
    sink.end();
  }

  /** Begins no more hosts, and interrupts those that are asked. */
  void stop() {
    cancelAlarm.run();
    crew.stop();
  }

  /** The call on one host. */
  private final class Attempt {

    private final Host host;
    private final HostCall<? extends T> call;
    private volatile long begun;

    Attempt(Host host, HostCall<? extends T> call) {
      this.host = host;
      this.call = call;
    }

    HostResult<T> result() {
      begun = System.nanoTime();
      try {
        return new Answer<>(host, call.call(host, connections.of(host)), took());
      } catch (RuntimeException | Error failure) {
        return new Failure<>(host, HostFailures.of(failure), took());
      }
    }

    private Duration took() {
      return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** The limit that has passed: that of a host, or what the limit for all left of it. */
    private Duration limit(Duration took) {
      return took.compareTo(limits.host()) < 0 ? took.truncatedTo(MILLIS) : limits.host();
    }

    HostResult<T> unfinished(Unfinished reason) {
      return switch (reason) {
        case LATE -> new Failure<>(host, HostFailures.late(host, limit(took())), took());
        case STOPPED -> new Failure<>(host, HostFailures.stopped(), took());
        case NO_TIME_LEFT -> new Untried<>(host, "The time for all hosts was over");
        case NO_THREAD_LEFT -> new Untried<>(host, "Too many other hosts hang");
        case NOT_BEGUN -> new Untried<>(host, "The call was stopped");
      };
    }
  }
}
