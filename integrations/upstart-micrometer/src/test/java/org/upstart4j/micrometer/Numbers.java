package org.upstart4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What is in a registry. */
final class Numbers {

  private static final long SECONDS = 60;

  private Numbers() {}

  /** The series of a name that have these tags, for example {@code name=web}, with their values. */
  static List<String> of(MeterRegistry registry, String name) {
    List<String> series = new ArrayList<>();
    for (Meter meter : registry.getMeters()) {
      if (meter.getId().getName().equals(name)) {
        meter.measure().forEach(measured -> series.add(text(meter, measured.getValue())));
      }
    }
    series.sort(null);
    return series;
  }

  private static String text(Meter meter, double value) {
    StringBuilder text = new StringBuilder();
    meter
        .getId()
        .getTags()
        .forEach(tag -> text.append(tag.getKey()).append('=').append(tag.getValue()).append(' '));
    return text.append(value == (long) value ? String.valueOf((long) value) : value).toString();
  }

  /** Waits until a registry says so. */
  static void await(MeterRegistry registry, String name, String... series) {
    await(() -> of(registry, name).equals(List.of(series)));
    assertThat(of(registry, name)).containsExactly(series);
  }

  /** Waits until something is so, or for so long that it never will be. */
  static void await(BooleanSupplier wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!wanted.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(2);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
