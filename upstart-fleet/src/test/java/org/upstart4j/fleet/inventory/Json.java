package org.upstart4j.fleet.inventory;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as values that are equal if they mean the same: {@code 1e3} and {@code 1000.0}. */
final class Json {

  private Json() {}

  static Object values(String json) {
    return value(JsonParser.parseString(json));
  }

  private static Object value(JsonElement element) {
    if (element instanceof JsonObject object) {
      Map<String, Object> values = new LinkedHashMap<>();
      object.entrySet().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
      return values;
    }
    if (element instanceof JsonArray array) {
      List<Object> values = new ArrayList<>();
      array.forEach(item -> values.add(value(item)));
      return values;
    }
    if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber()) {
      return number(element.getAsString());
    }
    return element.isJsonNull() ? "null of JSON" : element.getAsString() + kind(element);
  }

  private static Object number(String digits) {
    try {
      return new BigDecimal(digits).stripTrailingZeros();
    } catch (NumberFormatException special) {
      return digits;
    }
  }

  private static String kind(JsonElement element) {
    return element.getAsJsonPrimitive().isBoolean() ? " of JSON" : "";
  }
}
