package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.Wait;
import org.upstart4j.state.UpstartState;

/** The state after some steps, against the one that a real Upstart dumped after the same steps. */
class RecordedStateTest {

  private static final Gson PRETTY =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();

  @TempDir private Path temporary;
  private final Scripted engine = new Scripted();
  private final JsonObject recording = read();
  private Path folder;

  private static JsonObject read() {
    try (InputStream in =
        Objects.requireNonNull(RecordedStateTest.class.getResourceAsStream("state-dump.json"))) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @BeforeEach
  void begin() throws IOException {
    folder = Files.createDirectory(temporary.resolve("CONF"));
    for (Map.Entry<String, JsonElement> file : recording.getAsJsonObject("files").entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue().getAsString());
    }
    Path logs = Files.createDirectory(temporary.resolve("LOG"));
    engine.with(
        builder -> builder.folder(folder).logFolder(logs).environment(Map.of("TERM", "xterm")));
    engine.processes.when("sleep").neverEnds();
    engine.processes.when("sh -c \"exit 3\"").exitsWith(3);
    engine.processes.when("/nonexistent").cannotBeSpawned("unable to execute");
    for (String job : List.of("stubborn", "back")) {
      engine.processes.when(job, ProcessType.MAIN).ignores(new Signal(28)).neverEnds();
    }
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void play(List<String> step) throws IOException {
    String what = step.get(0);
    String name = step.size() > 1 ? step.get(1) : "";
    List<String> variables = step.subList(Math.min(2, step.size()), step.size());
    Environment environment = Environment.parse(variables);
    switch (what) {
      case "emit" -> engine.emit(name, variables.toArray(String[]::new));
      case "start" -> engine.named(name).start(environment, Wait.NO_WAIT);
      case "stop" -> engine.named(name).stop(environment, Wait.NO_WAIT);
      case "kill" -> engine.main(name).isKilledBy(Signal.KILL);
      case "remove" -> Files.delete(folder.resolve(name));
      case "reload-configuration" -> engine.upstart().reloadConfiguration();
      default -> throw new IllegalArgumentException(what);
    }
    engine.settle();
  }

  /** Lets what is another one at each run stand as 1, as in the recording. */
  private JsonElement comparable(JsonElement value, String name) {
    if (value instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      object.entrySet().forEach(e -> copy.add(e.getKey(), comparable(e.getValue(), e.getKey())));
      return copy;
    }
    if (value instanceof JsonArray array) {
      List<JsonElement> elements = new ArrayList<>();
      array.forEach(element -> elements.add(comparable(element, name)));
      if (name.equals("conf_files")) {
        elements.sort(Comparator.comparing(e -> e.getAsJsonObject().get("path").getAsString()));
      }
      JsonArray copy = new JsonArray();
      elements.forEach(copy::add);
      return copy;
    }
    return value instanceof JsonPrimitive primitive ? comparable(primitive, name) : value;
  }

  private JsonPrimitive comparable(JsonPrimitive value, String name) {
    boolean varies = List.of("pid", "due", "respawn_time").contains(name);
    if (varies && value.isNumber() && value.getAsLong() != 0) {
      return new JsonPrimitive(1);
    }
    return name.equals("path")
        ? new JsonPrimitive(value.getAsString().replace(temporary + "/", ""))
        : value;
  }

  @Test
  void theStateIsTheOneThatARealUpstartHadAfterTheSameSteps() throws IOException {
    for (JsonElement step : recording.getAsJsonArray("steps")) {
      play(step.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList());
    }

    JsonElement state = JsonParser.parseString(engine.upstart().stateDump());

    assertThat(PRETTY.toJson(comparable(state, "")))
        .isEqualTo(PRETTY.toJson(recording.get("state")));
    UpstartState read = UpstartState.parse(state.toString());
    assertThat(read.sources()).singleElement().extracting("type").isEqualTo("job-dir");
    assertThat(read.job("full").orElseThrow().setting().limits()).hasSize(3);
  }
}
