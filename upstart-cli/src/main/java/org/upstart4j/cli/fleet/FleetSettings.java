package org.upstart4j.cli.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.OptionNumber;
import org.upstart4j.cli.reach.Durations;
import org.upstart4j.cli.reach.Transport;
import org.upstart4j.fleet.CallLimits;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.RemoteOptions;
import org.upstart4j.fleet.RemoteOptions.Access;
import org.upstart4j.fleet.inventory.Inventory;
import org.upstart4j.fleet.inventory.InventoryException;

/**
 * Which hosts are asked, how, and for how long, as the options say.
 *
 * @param hosts the hosts, in the order of the inventory
 * @param remote the way to each of them, and how long connecting and silence may last
 * @param limits how many are asked at once, and for how long
 */
public record FleetSettings(List<Host> hosts, RemoteOptions remote, CallLimits limits) {

  private static final long MOST_FORKS = 10_000;
  private static final Duration LEAST_CONNECTING = Duration.ofSeconds(1);
  private static final Duration LEAST_SILENCE = Duration.ofSeconds(3);
  private static final String ALL = "all";

  /** What one Upstart would be chosen by. */
  private static final List<Option> OF_ONE =
      List.of(Option.HOST, Option.SESSION, Option.SYSTEM, Option.USER, Option.DEST);

  /** Makes settings. */
  public FleetSettings {
    hosts = List.copyOf(hosts);
  }

  /** The same with another limit for a host. */
  public FleetSettings withHost(Duration limit) {
    return new FleetSettings(hosts, remote, new CallLimits(limits.forks(), limit, limits.all()));
  }

  /**
   * What the options say.
   *
   * @throws Misuse if they make no sense
   * @throws IllegalArgumentException if the inventory cannot be read, or has no such hosts
   */
  public static FleetSettings of(Invocation call) {
    for (Option option : OF_ONE) {
      if (call.has(option)) {
        throw new Misuse(option.spelled() + " chooses one Upstart, --inventory many");
      }
    }
    return new FleetSettings(hosts(call), remote(call), limits(call));
  }

  private static RemoteOptions remote(Invocation call) {
    RemoteOptions usual = RemoteOptions.DEFAULT;
    return usual
        .withAccess(access(call))
        .withConnecting(
            time(call, Option.CONNECT_TIMEOUT, LEAST_CONNECTING).orElse(usual.connecting()))
        .withSilence(time(call, Option.SILENCE, LEAST_SILENCE).orElse(usual.silence()));
  }

  private static CallLimits limits(Invocation call) {
    CallLimits usual = CallLimits.DEFAULT;
    long forks = OptionNumber.of(call, Option.FORKS, 1).orElse((long) usual.forks());
    return new CallLimits(
        (int) Math.min(forks, MOST_FORKS),
        time(call, Option.TIMEOUT).orElse(usual.host()),
        time(call, Option.RUN_TIMEOUT));
  }

  private static List<Host> hosts(Invocation call) {
    List<String> sources = call.arguments().values(Option.INVENTORY);
    String pattern = call.value(Option.HOSTS).orElse(ALL);
    try {
      List<Host> hosts = Inventory.of(sources).select(pattern);
      if (hosts.isEmpty()) {
        throw new IllegalArgumentException(
            "no host of " + String.join(" ", sources) + " is meant by \"" + pattern + "\"");
      }
      return hosts;
    } catch (InventoryException failure) {
      throw new IllegalArgumentException(failure.getMessage(), failure);
    }
  }

  private static Access access(Invocation call) {
    Optional<String> name = call.value(Option.TRANSPORT);
    if (name.isEmpty()) {
      return Access.AUTOMATIC;
    }
    Optional<Transport> transport = Transport.parse(name.get()).filter(Transport::leadsElsewhere);
    if (transport.isEmpty()) {
      throw new Misuse(
          "hosts are reached by auto, private, system-bus or initctl, not " + name.get());
    }
    return transport.get().access();
  }

  private static Optional<Duration> time(Invocation call, Option option, Duration least) {
    Optional<Duration> time = time(call, option);
    if (time.isPresent() && time.get().compareTo(least) < 0) {
      throw new Misuse(option.spelled() + " takes at least " + Durations.text(least));
    }
    return time;
  }

  /** A time that an option gives; zero is none. */
  static Optional<Duration> time(Invocation call, Option option) {
    Optional<String> text = call.value(option);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> time = Durations.parse(text.get()).filter(limit -> !limit.isZero());
    if (time.isEmpty()) {
      throw new Misuse(option.spelled() + " takes a time such as 30s, not " + text.get());
    }
    return time;
  }
}
