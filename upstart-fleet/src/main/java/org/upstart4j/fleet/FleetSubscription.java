package org.upstart4j.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.upstart4j.Subscription;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.fleet.internal.Crew;
import org.upstart4j.fleet.internal.FleetThreads;
import org.upstart4j.fleet.internal.Pauses;
import org.upstart4j.fleet.internal.Unfinished;

/**
 * Listens to many hosts. A few threads connect to those that are not heard, one attempt after the
 * other; a host that can't be reached is tried again after a pause that grows. Thread-safe.
 */
final class FleetSubscription implements Subscription {

  private static final Duration PATIENCE_WITH_ENDS = Duration.ofSeconds(5);
  private static final int ENDS_AT_ONCE = 4;

  private final Connections connections;
  private final FleetThreads threads;
  private final Crew connecting;
  private final Crew ending;
  private final List<Listened> hosts = new ArrayList<>();
  private final Consumer<FleetSubscription> closed;

  /**
   * Makes a subscription that listens to nobody yet.
   *
   * @param closed told when it is closed
   */
  FleetSubscription(
      Connections connections,
      FleetThreads threads,
      CallLimits limits,
      Consumer<FleetSubscription> closed) {
    this.connections = connections;
    this.threads = threads;
    this.connecting = new Crew(threads, limits.forks(), limits.host());
    this.ending = new Crew(threads, ENDS_AT_ONCE, PATIENCE_WITH_ENDS);
    this.closed = closed;
  }

  /** Begins to listen. */
  void begin(
      Collection<Host> all,
      Function<? super Host, ? extends UpstartListener> listeners,
      Consumer<? super Host> heard) {
    try {
      all.forEach(
          host -> hosts.add(new Listened(host, listeners.apply(host), () -> heard.accept(host))));
    } catch (RuntimeException | Error failure) {
      close();
      throw failure;
    }
    hosts.forEach(Listened::attempt);
  }

  @Override
  public void close() {
    connecting.stop();
    hosts.forEach(host -> host.stream.end());
    closed.accept(this);
    hosts.forEach(host -> host.stream.awaitEnd());
  }

  /** A host that is listened to, and when it is tried again. */
  private final class Listened {

    private final Host host;
    private final HostStream stream;
    private final Pauses pauses = new Pauses();
    private volatile boolean hopeless;

    Listened(Host host, UpstartListener listener, Runnable heard) {
      this.host = host;
      this.stream = new HostStream(listener, heard, this::over);
    }

    void attempt() {
      HostStream.Hearing hearing = stream.hearing();
      connecting.<Runnable>add(
          () -> connected(hearing), reason -> unfinished(hearing, reason), Runnable::run);
    }

    private Runnable connected(HostStream.Hearing hearing) {
      try {
        hearing.connect(connections.of(host));
        return () -> {
          pauses.worked();
          hearing.begin();
        };
      } catch (UnsupportedCapabilityException mute) {
        hopeless = true;
        return () -> hearing.fail(HostFailures.unheard(host, mute));
      } catch (RuntimeException | Error failure) {
        return () -> hearing.fail(HostFailures.unheard(host, failure));
      }
    }

    private Runnable unfinished(HostStream.Hearing hearing, Unfinished reason) {
      return switch (reason) {
        case LATE ->
            () -> hearing.fail(new UpstartUnavailableException(host + " does not answer", null));
        case NO_THREAD_LEFT ->
            () -> hearing.fail(new UpstartUnavailableException("Too many other hosts hang", null));
        case STOPPED, NO_TIME_LEFT, NOT_BEGUN -> () -> end(hearing);
      };
    }

    private void over(HostStream.Hearing hearing) {
      end(hearing);
      if (!hopeless) {
        threads.after(pauses.failed(), this::attempt);
      }
    }

    private void end(HostStream.Hearing hearing) {
      Supplier<Boolean> work =
          () -> {
            hearing.end();
            return true;
          };
      ending.add(work, reason -> false, done -> {});
    }
  }
}
