package org.upstart4j.cli.exporter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpHttpMetricsSender;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Pushes numbers to a collector of OpenTelemetry's. */
final class OtlpPush implements AutoCloseable {

  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final CollectorSender sender = new CollectorSender();
  private final OtlpMeterRegistry registry;

  OtlpPush(URI to, Duration interval) {
    this.registry =
        OtlpMeterRegistry.builder(config(to, interval))
            .metricsSender(new OtlpHttpMetricsSender(sender))
            .build();
  }

  private static OtlpConfig config(URI to, Duration interval) {
    return new OtlpConfig() {
      @Override
      public @Nullable String get(String key) {
        return null;
      }

      @Override
      public String url() {
        return to.toString();
      }

      @Override
      public Duration step() {
        return interval;
      }

      @Override
      public TimeUnit baseTimeUnit() {
        return TimeUnit.SECONDS;
      }

      @Override
      public Map<String, String> resourceAttributes() {
        Map<String, String> attributes = new HashMap<>(OtlpConfig.super.resourceAttributes());
        attributes.putIfAbsent("service.name", "upstart-exporter");
        return attributes;
      }
    };
  }

  MeterRegistry registry() {
    return registry;
  }

  /** Why the collector did not take the numbers; nothing if it did. */
  Optional<String> failure() {
    return sender.failure();
  }

  /** Says a last time how things stand, unless the collector is slow. */
  @Override
  public void close() {
    Thread goodbye = new Thread(registry::close, "upstart-exporter-otlp");
    goodbye.setDaemon(true);
    goodbye.start();
    try {
      goodbye.join(GOODBYE.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
