package org.upstart4j.it.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A recording of what a real Upstart did.
 *
 * @param name its name
 * @param about what it shows
 * @param files the job files at the beginning, by their paths in the folder of jobs
 * @param userSession whether it is the Upstart of a user's session, not process 1
 * @param steps what was done then, and what came of it
 * @param finalList the lines of {@code initctl list} at the end, sorted
 */
record Scenario(
    String name,
    String about,
    Map<String, String> files,
    boolean userSession,
    List<Step> steps,
    List<String> finalList) {

  /** A placeholder in job files for the initctl of the recorded Upstart. */
  static final String INITCTL = "@PREFIX@/sbin/initctl";

  private static final Pattern SET_USER = Pattern.compile("\\s*set[ug]id\\s.*");

  static Scenario read(Path file) {
    try {
      return of(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Scenario of(JsonObject json) {
    return new Scenario(
        json.get("name").getAsString(),
        json.get("about").getAsString(),
        files(json.getAsJsonObject("files")),
        json.has("init_options") && texts(json.get("init_options")).contains("--user"),
        steps(json.getAsJsonArray("steps")),
        texts(json.get("final_list")));
  }

  private static Map<String, String> files(JsonObject json) {
    Map<String, String> files = new LinkedHashMap<>();
    json.entrySet().forEach(file -> files.put(file.getKey(), file.getValue().getAsString()));
    return files;
  }

  private static List<Step> steps(JsonArray json) {
    List<Step> steps = new ArrayList<>();
    for (JsonElement step : json) {
      steps.add(Step.of(steps.size(), step.getAsJsonObject()));
    }
    return steps;
  }

  static List<String> texts(JsonElement json) {
    return json.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
  }

  /** Returns a copy with other steps and another list at the end. */
  Scenario with(List<Step> otherSteps, List<String> otherList) {
    return new Scenario(name, about, files, userSession, otherSteps, otherList);
  }

  /** Returns whether its jobs call initctl. */
  boolean callsInitctl() {
    return files.values().stream().anyMatch(text -> text.contains(INITCTL));
  }

  /** Returns whether it needs an Upstart that runs as root to go as recorded. */
  boolean needsRoot() {
    return files.values().stream().flatMap(String::lines).anyMatch(SET_USER.asMatchPredicate());
  }

  @Override
  public String toString() {
    return name;
  }
}
