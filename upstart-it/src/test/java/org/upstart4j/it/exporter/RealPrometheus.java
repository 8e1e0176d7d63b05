package org.upstart4j.it.exporter;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.it.Running;
import org.upstart4j.it.Shell;

/** A Prometheus of the machine's, at a port that is free, with its files in a folder. */
final class RealPrometheus implements AutoCloseable {

  private static final Pattern LISTENING =
      Pattern.compile("msg=\"Listening on\" address=(127\\.0\\.0\\.1:\\d+)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Running program;
  private final String place;

  private RealPrometheus(Running program, String place) {
    this.program = program;
    this.place = place;
  }

  /** Skips the test where a program is missing. */
  static void need(Shell shell, String program) {
    assumeTrue(
        shell.sh("command -v " + program).status() == 0,
        "skipped: there is no " + program + " (Debian's package prometheus)");
  }

  static RealPrometheus start(Path folder, String configuration) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("prometheus.yml"), configuration);
    Shell shell = Shell.in(folder);
    need(shell, "prometheus");
    Running program =
        Running.shell(
            shell,
            "exec prometheus --config.file=prometheus.yml --storage.tsdb.path=data"
                + " --web.listen-address=127.0.0.1:0");
    program.await("the place", text -> LISTENING.matcher(text).find());
    program.await("Server is ready to receive web requests");
    Matcher listening = LISTENING.matcher(program.output());
    if (!listening.find()) {
      throw new AssertionError(program.output());
    }
    return new RealPrometheus(program, listening.group(1));
  }

  String place() {
    return place;
  }

  /** The values of a query, by their labels without the name. */
  Map<String, String> query(String query) {
    String text =
        "http://"
            + place
            + "/api/v1/query?query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8);
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(text)).build(),
              HttpResponse.BodyHandlers.ofString());
      return values(JsonParser.parseString(answer.body()).getAsJsonObject());
    } catch (IOException failure) {
      throw new AssertionError(program.output(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Map<String, String> values(JsonObject answer) {
    Map<String, String> values = new TreeMap<>();
    for (JsonElement one : answer.getAsJsonObject("data").getAsJsonArray("result")) {
      JsonObject labels = one.getAsJsonObject().getAsJsonObject("metric");
      labels.remove("__name__");
      StringBuilder text = new StringBuilder();
      new TreeMap<>(labels.asMap())
          .forEach(
              (name, value) ->
                  text.append(name).append('=').append(value.getAsString()).append(' '));
      values.put(
          text.toString().strip(),
          one.getAsJsonObject().getAsJsonArray("value").get(1).getAsString());
    }
    return values;
  }

  /** Waits until a query has an answer of which this is a part, and returns it. */
  Map<String, String> await(String query, String labels, String value) {
    try {
      Engine.await(
          () ->
              query(query).entrySet().stream()
                  .anyMatch(one -> one.getKey().contains(labels) && one.getValue().equals(value)));
    } catch (AssertionError never) {
      throw new AssertionError(query + ": " + query(query) + "\n" + program.output(), never);
    }
    return query(query);
  }

  @Override
  public void close() {
    program.close();
  }
}
