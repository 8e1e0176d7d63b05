package org.upstart4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.Host;

class FleetMetricsTest {

  private static final Host WEB1 = Host.of("web1");
  private static final Host WEB2 = Host.of("web2");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final EmbeddedUpstart one = engine();
  private final EmbeddedUpstart two = engine();
  private final Hanging hanging = new Hanging(two);
  private final Fleet fleet =
      Fleet.of(List.of(WEB1, WEB2, Host.of("gone")))
          .connectedBy(this::connect)
          .hostTimeout(Duration.ofSeconds(1))
          .build();
  private final FleetMetrics metrics =
      new FleetMetrics(fleet, MetricOptions.USUAL.every(Duration.ofDays(1)), Clock.SYSTEM);

  private static EmbeddedUpstart engine() {
    return EmbeddedUpstart.builder()
        .job("web", "exec web\n")
        .processes(new ScriptedProcesses())
        .environment(Map.of())
        .build();
  }

  private Upstart connect(Host host) {
    if (host.equals(WEB1)) {
      return one;
    } else if (host.equals(WEB2)) {
      return hanging.upstart();
    }
    throw new UpstartUnavailableException("there is no such host", null);
  }

  @AfterEach
  void close() {
    hanging.close();
    metrics.close();
    fleet.close();
    one.close();
    two.close();
  }

  @Test
  void eachHostHasItsSeriesAndOneThatDoesNotAnswerIsNoHole() {
    metrics.bindTo(registry);
    assertThat(metrics.awaitFirstLook(Duration.ofMinutes(1))).isTrue();

    Numbers.await(registry, "upstart.up", "host=gone 0", "host=web1 1", "host=web2 1");
    Numbers.await(registry, "upstart.job.running", "host=web1 name=web 0", "host=web2 name=web 0");
    assertThat(Numbers.of(registry, "upstart.answer.duration")).hasSize(2);
    assertThat(metrics.failure(Host.of("gone"))).get().asString().contains("no such host");
  }

  @Test
  void whatHappensOnAHostIsCountedThere() {
    metrics.bindTo(registry);
    metrics.awaitFirstLook(Duration.ofMinutes(1));

    one.job("web").start(Environment.EMPTY, Wait.NO_WAIT);

    Numbers.await(registry, "upstart.job.starts", "host=web1 name=web 1");
    metrics.look();
    Numbers.await(registry, "upstart.job.running", "host=web1 name=web 1", "host=web2 name=web 0");
  }

  @Test
  void aHostThatHangsKeepsNoOtherFromItsNumbers() {
    metrics.bindTo(registry);
    metrics.awaitFirstLook(Duration.ofMinutes(1));
    hanging.hang();
    one.job("web").start(Environment.EMPTY, Wait.NO_WAIT);
    Numbers.await(registry, "upstart.job.starts", "host=web1 name=web 1");

    metrics.look();

    Numbers.await(registry, "upstart.up", "host=gone 0", "host=web1 1", "host=web2 0");
    Numbers.await(registry, "upstart.job.running", "host=web1 name=web 1");
  }

  @Test
  void oneHostCanHaveARegistryOfItsOwn() {
    SimpleMeterRegistry probe = new SimpleMeterRegistry();
    metrics.bindTo(registry);
    metrics.awaitFirstLook(Duration.ofMinutes(1));

    metrics.bindTo(probe, WEB1);

    Numbers.await(probe, "upstart.up", "1");
    Numbers.await(probe, "upstart.job.running", "name=web 0");
    assertThatThrownBy(() -> metrics.bindTo(probe, Host.of("else")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void closingRemovesTheSeriesOfAllHosts() {
    metrics.bindTo(registry);
    metrics.awaitFirstLook(Duration.ofMinutes(1));

    metrics.close();

    assertThat(registry.getMeters()).isEmpty();
  }
}
