package org.upstart4j.cli.exporter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where the numbers come from. */
interface Source extends AutoCloseable {

  /** What it is about, for people. */
  String text();

  /** Puts the numbers into a registry, and keeps them up to date. */
  void bindTo(MeterRegistry registry);

  /** Waits until all were asked once. */
  boolean awaitFirstLook(Duration time);

  /** The numbers of one of several hosts; nothing if there is no such host. */
  Optional<PrometheusMeterRegistry> host(String name);

  /** Who does not answer, and why. */
  Map<String, String> complaints();

  @Override
  void close();
}
