package org.upstart4j.analysis;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A baseline as text: one JSON object on each line, sorted, so that changes of several people merge
 * line by line.
 */
final class BaselineText {

  private static final String HEAD = "{\"upstart-check-baseline\":1}";

  private BaselineText() {}

  /** Writes a baseline. */
  static String write(Map<Fingerprint, Integer> counts) {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    new TreeMap<>(counts)
        .forEach((fingerprint, count) -> text.append(line(fingerprint, count)).append('\n'));
    return text.toString();
  }

  private static String line(Fingerprint fingerprint, int count) {
    JsonObject object = new JsonObject();
    object.addProperty("file", fingerprint.file());
    object.addProperty("rule", fingerprint.rule());
    object.addProperty("line", fingerprint.line());
    object.addProperty("count", count);
    return escaped(object.toString());
  }

  /** A lone surrogate stands for a byte that is not UTF-8, and would not survive as a character. */
  private static String escaped(String json) {
    StringBuilder text = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (Character.isSurrogate(c)) {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** Reads a baseline. */
  static Map<Fingerprint, Integer> read(String text) {
    Map<Fingerprint, Integer> counts = new HashMap<>();
    List<String> lines = text.lines().toList();
    if (lines.stream().map(String::strip).noneMatch(HEAD::equals)) {
      throw new BaselineSyntaxException(1, "no baseline of this program: it has no line " + HEAD);
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.equals(HEAD)) {
        JsonObject object = object(line, i + 1);
        counts.merge(fingerprint(object, i + 1), count(object, i + 1), Math::addExact);
      }
    }
    return counts;
  }

  private static JsonObject object(String line, int number) {
    try {
      if (JsonParser.parseString(line) instanceof JsonObject object) {
        return object;
      }
    } catch (JsonParseException noJson) {
      // said below
    }
    throw new BaselineSyntaxException(number, "not a JSON object");
  }

  private static Fingerprint fingerprint(JsonObject object, int number) {
    return new Fingerprint(
        text(object, "file", number), text(object, "rule", number), text(object, "line", number));
  }

  private static String text(JsonObject object, String key, int number) {
    JsonElement value = object.get(key);
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw new BaselineSyntaxException(number, "no text \"" + key + "\"");
  }

  private static int count(JsonObject object, int number) {
    JsonElement value = object.get("count");
    try {
      if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
        int count = new BigDecimal(primitive.getAsString()).intValueExact();
        if (count > 0) {
          return count;
        }
      }
    } catch (ArithmeticException | NumberFormatException noCount) {
      // said below
    }
    throw new BaselineSyntaxException(number, "\"count\" is not a number above 0");
  }
}
