package org.upstart4j.micrometer.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** The value of a gauge. The registry holds it, so the gauge keeps its value. */
final class Level {

  private final Meter meter;
  private volatile double value;

  /** Registers a gauge. */
  Level(MeterRegistry registry, Metric metric, Tags tags, double value) {
    this.value = value;
    this.meter =
        Gauge.builder(metric.id(), this, level -> level.value)
            .description(metric.meaning())
            .baseUnit(metric.unit().isEmpty() ? null : metric.unit())
            .tags(tags)
            .strongReference(true)
            .register(registry);
  }

  void set(double next) {
    value = next;
  }

  Meter meter() {
    return meter;
  }
}
