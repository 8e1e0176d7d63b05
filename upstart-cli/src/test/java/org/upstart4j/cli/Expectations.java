package org.upstart4j.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a real Upstart made of job files that lie beside the project and are no part of it: one JSON
 * object a line, as plain maps, lists, texts and numbers, so that they can be compared.
 */
final class Expectations {

  private final Path folder;

  private Expectations(Path folder) {
    this.folder = folder;
  }

  /** The expectations for a set of files; without them the test that asks is skipped. */
  static Expectations orSkip(String set) {
    Path folder = projectRoot().resolveSibling("shared").resolve("corpus").resolve(set);
    assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: this test reads job files from " + folder + ", which is not there");
    return new Expectations(folder);
  }

  private static Path projectRoot() {
    Path start = Path.of("").toAbsolutePath();
    for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
      if (Files.exists(candidate.resolve("mvnw"))) {
        return candidate;
      }
    }
    throw new IllegalStateException("No folder with mvnw in it at or above " + start);
  }

  /** Where a file of the set is. */
  String path(String name) {
    return folder.resolve(name).toString();
  }

  /** The objects of a file of the set. */
  List<Map<String, @Nullable Object>> read(String name) throws IOException {
    return lines(Files.readString(folder.resolve(name)));
  }

  /** The objects of a text, one a line. */
  static List<Map<String, @Nullable Object>> lines(String text) {
    return text.lines()
        .map(line -> object(JsonParser.parseString(line).getAsJsonObject()))
        .toList();
  }

  private static Map<String, @Nullable Object> object(JsonObject json) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    json.entrySet().forEach(member -> map.put(member.getKey(), value(member.getValue())));
    return map;
  }

  private static @Nullable Object value(JsonElement json) {
    if (json instanceof JsonObject object) {
      return object(object);
    } else if (json instanceof JsonArray array) {
      List<@Nullable Object> list = new ArrayList<>();
      array.forEach(item -> list.add(value(item)));
      return list;
    } else if (json instanceof JsonPrimitive primitive) {
      return primitive.isBoolean()
          ? primitive.getAsBoolean()
          : primitive.isNumber() ? primitive.getAsBigDecimal() : primitive.getAsString();
    }
    return null;
  }
}
