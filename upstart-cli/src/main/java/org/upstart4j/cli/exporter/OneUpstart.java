package org.upstart4j.cli.exporter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.UpstartException;
import org.upstart4j.cli.reach.Reach;
import org.upstart4j.micrometer.UpstartMetrics;

/**
 * The numbers of one Upstart.
 *
 * @param reach how it is reached
 * @param transport what that is called
 * @param metrics its numbers
 */
record OneUpstart(Reach reach, String transport, UpstartMetrics metrics) implements Source {

  @Override
  public String text() {
    return "the Upstart at " + transport;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    metrics.bindTo(registry);
  }

  @Override
  public boolean awaitFirstLook(Duration time) {
    return metrics.awaitFirstLook(time);
  }

  @Override
  public Optional<PrometheusMeterRegistry> host(String name) {
    return Optional.empty();
  }

  @Override
  public Map<String, String> complaints() {
    return metrics.failure().map(why -> Map.of("Upstart", explain(why))).orElse(Map.of());
  }

  private String explain(UpstartException why) {
    return reach.explain(why);
  }

  @Override
  public void close() {
    metrics.close();
  }
}
