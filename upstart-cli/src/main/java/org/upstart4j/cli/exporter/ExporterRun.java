package org.upstart4j.cli.exporter;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.fleet.FleetConnection;
import org.upstart4j.cli.fleet.FleetSettings;
import org.upstart4j.cli.terminal.ProgramEnd;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.micrometer.FleetMetrics;
import org.upstart4j.micrometer.UpstartMetrics;

/** One run of the exporter. */
final class ExporterRun {

  /** How long the first scrape may wait for the first answer. */
  private static final Duration FIRST = Duration.ofSeconds(5);

  private final Invocation call;
  private final ExporterSettings settings;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final CountDownLatch ending = new CountDownLatch(1);

  ExporterRun(Invocation call, ExporterSettings settings) {
    this.call = call;
    this.settings = settings;
  }

  /** Runs until it is ended; returns the exit status. */
  int run() throws IOException {
    try (Source source = source()) {
      return settings.once() ? once(source) : serve(source);
    }
  }

  private Source source() throws IOException {
    if (call.has(Option.INVENTORY)) {
      FleetSettings hosts = FleetSettings.of(call).withHost(settings.metrics().limit());
      Fleet fleet = FleetConnection.open(hosts);
      return new ManyHosts(fleet, FleetMetrics.of(fleet, settings.metrics()));
    }
    UpstartMetrics metrics = UpstartMetrics.of(call.upstart(), settings.metrics());
    return new OneUpstart(call.reach(), call.upstart().transport(), metrics);
  }

  private int once(Source source) {
    source.bindTo(registry);
    source.awaitFirstLook(settings.metrics().limit());
    call.out().print(registry.scrape());
    Map<String, String> complaints = source.complaints();
    new Complaints(call.console()).update(complaints);
    return complaints.isEmpty() ? 0 : 1;
  }

  private int serve(Source source) throws IOException {
    try (Server server = Server.at(settings.listen())) {
      source.bindTo(registry);
      @Nullable OtlpPush push = push(source);
      ProgramEnd.hook(new Thread(() -> end(server, source, push), "upstart-shutdown"));
      source.awaitFirstLook(FIRST);
      server.start(new Pages(registry, source));
      announce(server, source);
      watch(source, push);
    }
    return 0;
  }

  private @Nullable OtlpPush push(Source source) {
    if (settings.otlp().isEmpty()) {
      return null;
    }
    OtlpPush push = new OtlpPush(settings.otlp().get(), settings.metrics().interval());
    source.bindTo(push.registry());
    return push;
  }

  private void announce(Server server, Source source) {
    call.out().println("Numbers of " + Visible.text(source.text()));
    call.out().println("Listening at http://" + server.text() + "/metrics");
    call.out().flush();
  }

  private void watch(Source source, @Nullable OtlpPush push) {
    Complaints complaints = new Complaints(call.console());
    try {
      do {
        Map<String, String> now = new TreeMap<>(source.complaints());
        if (push != null) {
          push.failure().ifPresent(why -> now.put("The collector", why));
        }
        complaints.update(now);
      } while (!ending.await(1, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(Server server, Source source, @Nullable OtlpPush push) {
    ending.countDown();
    server.close();
    if (push != null) {
      push.close();
    }
    source.close();
  }
}
