package org.upstart4j.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.fleet.internal.Crew;
import org.upstart4j.fleet.internal.FleetThreads;
import org.upstart4j.fleet.internal.Unfinished;

/**
 * Many hosts with an Upstart each.
 *
 * <pre>{@code
 * try (Fleet fleet = Fleet.of(inventory.select("web")).forks(16).build();
 *     Stream<HostResult<Version>> versions = fleet.call((host, upstart) -> upstart.version())) {
 *   versions.forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>What goes wrong on one host is the result of that host, and no exception: the others go on.
 * Each host has exactly one result.
 *
 * <p>Thread-safe; any number of calls and subscriptions may be under way at once. They share one
 * Upstart a host, which is opened when it is first needed. Threads are there only while there is
 * work for them.
 */
public final class Fleet implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PATIENCE_WITH_ONE = Duration.ofSeconds(6);

  private final Map<String, Host> hosts;
  private final CallLimits limits;
  private final Connections connections;
  private final FleetThreads threads = new FleetThreads();
  private final Set<Calls<?>> open = ConcurrentHashMap.newKeySet();
  private final Set<FleetSubscription> subscriptions = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Fleet(
      Collection<Host> hosts,
      Function<? super Host, ? extends Upstart> connect,
      CallLimits limits) {
    this.hosts = byName(hosts);
    this.connections = new Connections(connect);
    this.limits = limits;
  }

  private static Map<String, Host> byName(Collection<Host> hosts) {
    Map<String, Host> named = new LinkedHashMap<>();
    for (Host host : hosts) {
      Host before = named.putIfAbsent(host.name(), host);
      if (before != null && !before.equals(host)) {
        throw new IllegalArgumentException("Two different hosts have the name " + host);
      }
    }
    return named;
  }

  /**
   * {@return a builder of a fleet}
   *
   * @param hosts its hosts; one that is there twice counts once
   */
  public static FleetBuilder of(Collection<Host> hosts) {
    return new FleetBuilder(List.copyOf(hosts));
  }

  /** {@return the hosts, in the order in which they were given} */
  public List<Host> hosts() {
    return List.copyOf(hosts.values());
  }

  /** {@return the limits that hold for calls that are given none} */
  public CallLimits limits() {
    return limits;
  }

  /**
   * {@return the Upstart of a host, opened on first use, closed together with the fleet}
   *
   * @param host one of the fleet's hosts
   * @throws IllegalArgumentException if it is none of them
   * @throws UpstartUnavailableException if there is no way to it, or the fleet is closed
   */
  public Upstart upstart(Host host) {
    return connections.of(known(host));
  }

  private Host known(Host host) {
    if (!host.equals(hosts.get(host.name()))) {
      throw new IllegalArgumentException("Not a host of this fleet: " + host);
    }
    return host;
  }

  /**
   * {@return the results of a call on all hosts, as they come; closing the stream stops the rest}
   * The call begins at once. If the thread that reads the stream is interrupted, it gets an {@link
   * org.upstart4j.UpstartInterruptedException}, and the rest is stopped, too.
   *
   * @param <T> what the call returns
   * @param call what to ask each host
   */
  public <T> Stream<HostResult<T>> call(HostCall<? extends T> call) {
    return call(hosts(), limits, call);
  }

  /**
   * {@return the results of a call on some hosts, as they come; closing the stream stops the rest}
   *
   * @param <T> what the call returns
   * @param some which hosts; one that is there twice is asked twice
   * @param callLimits how many at once, and for how long
   * @param call what to ask each of them
   * @throws IllegalArgumentException if one of them is none of the fleet's
   */
  public <T> Stream<HostResult<T>> call(
      Collection<Host> some, CallLimits callLimits, HostCall<? extends T> call) {
    List<Host> asked = new ArrayList<>(some);
    asked.forEach(this::known);
    ResultQueue<T> results = new ResultQueue<>();
    Calls<T> calls = begin(asked, callLimits, call, results);
    return results.stream(asked.size(), calls::stop);
  }

  /**
   * {@return the same as a publisher; each subscriber sets off calls of its own, with its first
   * request} Results that nobody has requested yet are kept. Subscribers are called on threads of
   * the fleet, which they may hold up as long as they like.
   *
   * @param <T> what the call returns
   * @param call what to ask each host
   */
  public <T> Flow.Publisher<HostResult<T>> publisher(HostCall<? extends T> call) {
    return subscriber ->
        subscriber.onSubscribe(
            new Delivery<T>(subscriber, threads, sink -> begin(hosts(), limits, call, sink)));
  }

  private <T> Calls<T> begin(
      List<Host> asked, CallLimits callLimits, HostCall<? extends T> call, Calls.Sink<T> sink) {
    Calls<T> calls = new Calls<>(connections, threads, callLimits, sink);
    open.add(calls);
    if (closed) {
      calls.stop();
    }
    calls.begin(asked, call, () -> open.remove(calls));
    return calls;
  }

  /**
   * Listens to all hosts: one ordered stream a host, with the loss and the return of its connection
   * in it. A host that can't be reached, also at first, is told as lost, and tried again after
   * pauses that grow; no more hosts are connected at once than may be asked at once. When it comes
   * back, the listener hears which jobs came and went meanwhile, as far as they were known before.
   * Over a way without signals a host is told as lost for good.
   *
   * @param listeners makes the listener of each host
   * @return closing it ends all of them
   */
  public Subscription subscribe(Function<? super Host, ? extends UpstartListener> listeners) {
    return subscribe(listeners, host -> {});
  }

  /**
   * Listens to all hosts, and says from when on each is heard.
   *
   * @param listeners makes the listener of each host
   * @param heard told when a host is heard for the first time: before its listener hears anything,
   *     and never while that is in a call; a host that was told as lost before comes back by {@link
   *     UpstartListener#connectionRegained} instead
   * @return closing it ends all of them
   */
  public Subscription subscribe(
      Function<? super Host, ? extends UpstartListener> listeners, Consumer<? super Host> heard) {
    FleetSubscription subscription =
        new FleetSubscription(connections, threads, limits, subscriptions::remove);
    subscriptions.add(subscription);
    if (closed) {
      subscription.close();
    } else {
      subscription.begin(hosts.values(), listeners, heard);
    }
    return subscription;
  }

  /**
   * Stops all calls, ends all subscriptions, and closes the Upstarts of all hosts. It waits for
   * those at most ten seconds; what has not been closed by then goes on closing by itself. Closing
   * twice does no harm.
   */
  @Override
  public void close() {
    closed = true;
    open.forEach(Calls::stop);
    closeAll(List.copyOf(subscriptions));
    closeAll(connections.release());
    threads.close();
  }

  private void closeAll(Collection<? extends AutoCloseable> all) {
    Crew crew = new Crew(threads, limits.forks(), PATIENCE_WITH_ONE);
    CountDownLatch left = new CountDownLatch(all.size());
    for (AutoCloseable one : all) {
      crew.add(() -> close(one), Unfinished::toString, done -> left.countDown());
    }
    try {
      if (!left.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} of {} connections to hosts can't be closed", left.getCount(), all.size());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception failure) {
      LOG.warn("The connection to a host can't be closed", failure);
    }
    return "closed";
  }
}
