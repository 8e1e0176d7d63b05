package org.upstart4j.cli.exporter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What clients can ask for. Many may do so at once. */
final class Pages implements HttpHandler {

  private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final String OPEN_METRICS_FORMAT = OPEN_METRICS + "; version=1.0.0; charset=utf-8";
  private static final String TARGET = "target=";

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int FAILED = 500;

  private final PrometheusMeterRegistry all;
  private final Source source;

  /**
   * Answers with the numbers of registries.
   *
   * @param all the numbers of all
   * @param source finds the numbers of one host
   */
  Pages(PrometheusMeterRegistry all, Source source) {
    this.all = all;
    this.source = source;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      reply(exchange).send(exchange);
    }
  }

  private Reply reply(HttpExchange exchange) {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return Reply.text(METHOD_NOT_ALLOWED, "Only GET and HEAD are answered.");
    }
    try {
      return page(exchange);
    } catch (IOException | RuntimeException failure) {
      return Reply.text(FAILED, "The numbers could not be written: " + failure);
    }
  }

  private Reply page(HttpExchange exchange) throws IOException {
    return switch (exchange.getRequestURI().getPath()) {
      case "/metrics" -> numbers(all, exchange);
      case "/probe" -> probe(exchange);
      case "/-/healthy" -> Reply.text(OK, "Healthy.");
      case "/" -> Reply.text(OK, "upstart exporter: /metrics, /probe?target=HOST, /-/healthy");
      default -> Reply.text(NOT_FOUND, "There are /metrics, /probe?target=HOST and /-/healthy.");
    };
  }

  private Reply probe(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    if (!query.startsWith(TARGET) || query.indexOf('&') >= 0) {
      return Reply.text(BAD_REQUEST, "Say which host: /probe?target=HOST");
    }
    Optional<PrometheusMeterRegistry> host = source.host(query.substring(TARGET.length()));
    return host.isPresent()
        ? numbers(host.get(), exchange)
        : Reply.text(NOT_FOUND, "There is no such host among those that are asked.");
  }

  private static Reply numbers(PrometheusMeterRegistry registry, HttpExchange exchange)
      throws IOException {
    String format = format(exchange);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    registry.scrape(text, format);
    return new Reply(OK, format, text.toByteArray());
  }

  private static String format(HttpExchange exchange) {
    String accepted =
        String.join(",", exchange.getRequestHeaders().getOrDefault("Accept", List.of()));
    return accepted.contains(OPEN_METRICS) ? OPEN_METRICS_FORMAT : TEXT_FORMAT;
  }
}
