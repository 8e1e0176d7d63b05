package org.upstart4j.it.exporter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.it.Running;
import org.upstart4j.it.Shell;

/** {@code bin/upstart exporter}, at a port that is free. */
public final class Exporter implements AutoCloseable {

  private static final Pattern LISTENING =
      Pattern.compile("Listening at http://(127\\.0\\.0\\.1:\\d+)/metrics\n");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Running program;
  private final String place;

  private Exporter(Running program, String place) {
    this.program = program;
    this.place = place;
  }

  public static Exporter start(Shell shell, String... options) {
    List<String> line =
        new ArrayList<>(List.of("exporter", "--listen", "127.0.0.1:0", "--interval", "100ms"));
    line.addAll(List.of(options));
    Running program = Running.upstart(shell, line.toArray(String[]::new));
    program.await("the place", text -> LISTENING.matcher(text).find() || text.contains("Try:"));
    Matcher listening = LISTENING.matcher(program.output());
    if (!listening.find()) {
      throw new AssertionError(program.output());
    }
    return new Exporter(program, listening.group(1));
  }

  /** Where it listens: HOST:PORT. */
  public String place() {
    return place;
  }

  public Running program() {
    return program;
  }

  public HttpResponse<String> ask(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + place + path))
            .timeout(Duration.ofMinutes(1))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new AssertionError(program.output(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public String metrics() {
    return ask("GET", "/metrics").body();
  }

  /** Waits until a line is among the numbers. */
  public void await(String line) {
    try {
      Engine.await(() -> ("\n" + metrics()).contains("\n" + line));
    } catch (AssertionError never) {
      throw new AssertionError("No " + line + " in\n" + metrics(), never);
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
