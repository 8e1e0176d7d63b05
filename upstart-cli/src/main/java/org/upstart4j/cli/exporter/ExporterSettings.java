package org.upstart4j.cli.exporter;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.OptionNumber;
import org.upstart4j.cli.reach.Durations;
import org.upstart4j.micrometer.MetricOptions;

/**
 * What the exporter was told.
 *
 * @param listen where it answers
 * @param otlp where it pushes numbers to, if anywhere
 * @param metrics which numbers
 * @param once whether it prints them and ends
 */
record ExporterSettings(
    InetSocketAddress listen, Optional<URI> otlp, MetricOptions metrics, boolean once) {

  private static final String USUAL = "127.0.0.1:9560";
  private static final int LAST_PORT = 0xffff;

  static ExporterSettings of(Invocation call) {
    boolean once = call.has(ExporterCommand.ONCE);
    if (once && (call.has(ExporterCommand.LISTEN) || call.has(ExporterCommand.OTLP))) {
      throw new Misuse("--once prints the numbers, and neither listens nor pushes");
    }
    return new ExporterSettings(
        address(call.value(ExporterCommand.LISTEN).orElse(USUAL)),
        call.value(ExporterCommand.OTLP).map(ExporterSettings::url),
        metrics(call),
        once);
  }

  private static MetricOptions metrics(Invocation call) {
    MetricOptions metrics =
        MetricOptions.USUAL
            .including(patterns(call, ExporterCommand.INCLUDE))
            .excluding(patterns(call, ExporterCommand.EXCLUDE))
            .every(time(call, ExporterCommand.INTERVAL, MetricOptions.USUAL.interval()))
            .within(time(call, ExporterCommand.TIMEOUT, MetricOptions.USUAL.limit()));
    Optional<Long> jobs = OptionNumber.of(call, ExporterCommand.MOST_JOBS, 0);
    metrics =
        jobs.isPresent() ? metrics.atMost(jobs.get().intValue(), metrics.mostEvents()) : metrics;
    metrics = call.has(ExporterCommand.PER_STATE) ? metrics.withStates() : metrics;
    return call.has(ExporterCommand.PER_INSTANCE) ? metrics.withInstances() : metrics;
  }

  private static String[] patterns(Invocation call, Option option) {
    List<String> given = call.arguments().values(option);
    return given.isEmpty() ? new String[0] : String.join(",", given).split(",");
  }

  private static Duration time(Invocation call, Option option, Duration usual) {
    Optional<String> text = call.value(option);
    if (text.isEmpty()) {
      return usual;
    }
    return Durations.parse(text.get())
        .filter(time -> !time.isZero())
        .orElseThrow(() -> new Misuse(option.spelled() + " takes a time, such as 10s"));
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      if (List.of("http", "https").contains(String.valueOf(url.getScheme()))
          && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException wrong) {
      throw noUrl();
    }
    throw noUrl();
  }

  private static Misuse noUrl() {
    return new Misuse("--otlp takes a URL, such as http://127.0.0.1:4318/v1/metrics");
  }

  /** HOST:PORT; an address of IPv6 is in brackets. */
  private static InetSocketAddress address(String text) {
    Matcher parts = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:]+)):(\\d{1,5})").matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(3)) > LAST_PORT) {
      throw new Misuse("--listen takes HOST:PORT, such as " + USUAL + " or [::1]:9560");
    }
    String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
    try {
      return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(parts.group(3)));
    } catch (UnknownHostException unknown) {
      throw new Misuse("--listen: there is no host " + host);
    }
  }
}
