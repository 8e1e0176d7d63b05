package org.upstart4j.fleet;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import org.upstart4j.Upstart;

/** Builds a {@link Fleet}: its hosts, how they are reached, and the limits. Not thread-safe. */
public final class FleetBuilder {

  private final Collection<Host> hosts;
  private Function<? super Host, ? extends Upstart> connect = RemoteUpstart::of;
  private CallLimits limits = CallLimits.DEFAULT;

  FleetBuilder(Collection<Host> hosts) {
    this.hosts = hosts;
  }

  /**
   * Sets how a host is reached: by default over ssh, as {@link RemoteUpstart} does.
   *
   * @param open opens the Upstart of a host; called once a host, and again only if it throws
   * @return this builder
   */
  public FleetBuilder connectedBy(Function<? super Host, ? extends Upstart> open) {
    this.connect = open;
    return this;
  }

  /**
   * Sets how many hosts a call asks at once. Each call has as many threads at most; and as many
   * again may be held by hosts that hang and can't be interrupted.
   *
   * @param number at least 1; 32 by default
   * @return this builder
   * @throws IllegalArgumentException if it is less
   */
  public FleetBuilder forks(int number) {
    this.limits = limits.withForks(number);
    return this;
  }

  /**
   * Sets how long one host may take for a call, connecting included.
   *
   * @param limit how long; a minute by default
   * @return this builder
   * @throws IllegalArgumentException if it is not more than 0
   */
  public FleetBuilder hostTimeout(Duration limit) {
    this.limits = limits.withHost(limit);
    return this;
  }

  /**
   * Sets how long a call may take on all hosts together.
   *
   * @param limit how long; for ever by default
   * @return this builder
   * @throws IllegalArgumentException if it is not more than 0
   */
  public FleetBuilder timeout(Duration limit) {
    this.limits = limits.withAll(limit);
    return this;
  }

  /**
   * {@return the fleet; nothing is connected yet}
   *
   * @throws IllegalArgumentException if two different hosts have one name
   */
  public Fleet build() {
    return new Fleet(hosts, connect, limits);
  }
}
