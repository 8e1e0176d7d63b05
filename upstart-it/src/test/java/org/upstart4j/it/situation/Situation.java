package org.upstart4j.it.situation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A situation in which jobs are, and what is to be said about it.
 *
 * @param name its name
 * @param about what it shows
 * @param files the job files at the beginning, by their paths in the folder of jobs
 * @param acts what is done then
 * @param question what is asked
 * @param expected what is to be said
 * @param notOn the names of grounds on which it cannot be brought about
 */
record Situation(
    String name,
    String about,
    Map<String, String> files,
    List<Act> acts,
    Question question,
    Expected expected,
    List<String> notOn) {

  private static final List<String> FILES =
      List.of("absent", "idle", "under-way", "stopped", "up", "trouble", "emit");

  /** Returns all situations. */
  static List<Situation> all() {
    List<Situation> all = new ArrayList<>();
    for (String file : FILES) {
      for (JsonElement situation : read(file + ".json")) {
        all.add(of(situation.getAsJsonObject()));
      }
    }
    return List.copyOf(all);
  }

  private static JsonArray read(String file) {
    try (InputStream stream = Situation.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("There is no resource " + file);
      }
      return JsonParser.parseReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .getAsJsonArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Situation of(JsonObject json) {
    boolean isAboutEvent = json.has("emit");
    return new Situation(
        json.get("name").getAsString(),
        json.get("about").getAsString(),
        files(json.getAsJsonObject("files")),
        json.getAsJsonArray("steps").asList().stream()
            .map(step -> Act.of(step.getAsJsonObject()))
            .toList(),
        new Question(isAboutEvent, texts(json.get(isAboutEvent ? "emit" : "why"))),
        Expected.of(json),
        json.has("not_on") ? texts(json.get("not_on")) : List.of());
  }

  private static Map<String, String> files(JsonObject json) {
    Map<String, String> files = new LinkedHashMap<>();
    json.entrySet().forEach(file -> files.put(file.getKey(), text(file.getValue())));
    return files;
  }

  static List<String> texts(JsonElement json) {
    return json.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
  }

  /** Returns a text, which may be given as its lines. */
  static String text(JsonElement json) {
    return json.isJsonArray()
        ? texts(json).stream().map(line -> line + "\n").collect(Collectors.joining())
        : json.getAsString();
  }

  @Override
  public String toString() {
    return name;
  }
}
