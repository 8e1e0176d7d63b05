package org.upstart4j.cli.exporter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.Host;
import org.upstart4j.micrometer.FleetMetrics;

/** The numbers of many hosts. */
final class ManyHosts implements Source {

  private final Fleet fleet;
  private final FleetMetrics metrics;
  private final Map<Host, PrometheusMeterRegistry> registries = new HashMap<>();

  /**
   * Takes the numbers of a fleet, and closes both in the end.
   *
   * @param fleet the hosts
   * @param metrics their numbers
   */
  ManyHosts(Fleet fleet, FleetMetrics metrics) {
    this.fleet = fleet;
    this.metrics = metrics;
  }

  @Override
  public String text() {
    int count = fleet.hosts().size();
    return count == 1 ? "1 host" : count + " hosts";
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    metrics.bindTo(registry);
  }

  @Override
  public boolean awaitFirstLook(Duration time) {
    return metrics.awaitFirstLook(time);
  }

  /** One that is asked for gets a registry, as the tag of the host is not on its numbers. */
  @Override
  public synchronized Optional<PrometheusMeterRegistry> host(String name) {
    for (Host host : fleet.hosts()) {
      if (host.name().equals(name)) {
        return Optional.of(registries.computeIfAbsent(host, this::registry));
      }
    }
    return Optional.empty();
  }

  private PrometheusMeterRegistry registry(Host host) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    metrics.bindTo(registry, host);
    return registry;
  }

  @Override
  public Map<String, String> complaints() {
    Map<String, String> complaints = new TreeMap<>();
    for (Host host : fleet.hosts()) {
      metrics.failure(host).ifPresent(why -> complaints.put(host.name(), text(why.getMessage())));
    }
    return complaints;
  }

  private static String text(@Nullable String message) {
    return String.valueOf(message);
  }

  @Override
  public void close() {
    metrics.close();
    fleet.close();
  }
}
