package org.upstart4j.state;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON text as RFC 8259 has it. A name that comes twice is an error, and so is a text that
 * is nested too deeply. What it makes are strings, numbers, booleans, array lists and hash maps: a
 * state has thousands of jobs, and Gson's own tree takes several times as long to build.
 */
final class StateText {

  private static final int DEEPEST = 64;

  private final JsonReader json;

  private StateText(String text) {
    this.json = new JsonReader(new StringReader(text));
    json.setStrictness(Strictness.STRICT);
    json.setNestingLimit(DEEPEST);
  }

  static @Nullable Object parse(String text) {
    StateText reader = new StateText(text);
    try {
      return reader.whole();
    } catch (IOException wrong) {
      throw StateSyntaxException.noJson(wrong, reader.json.getPath());
    }
  }

  private @Nullable Object whole() throws IOException {
    Object value = value();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedJsonException("something follows the value");
    }
    return value;
  }

  private @Nullable Object value() throws IOException {
    return switch (json.peek()) {
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> array();
      case STRING -> json.nextString();
      case NUMBER -> number(json.nextString());
      case BOOLEAN -> json.nextBoolean();
      default -> {
        json.nextNull();
        yield null;
      }
    };
  }

  private Map<String, @Nullable Object> object() throws IOException {
    Map<String, @Nullable Object> object = new HashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (object.containsKey(name)) {
        throw new MalformedJsonException("the name comes twice");
      }
      object.put(name, value());
    }
    json.endObject();
    return object;
  }

  private List<@Nullable Object> array() throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      array.add(value());
    }
    json.endArray();
    return array;
  }

  /** Reads a whole number as a long; one that is too long, or has a fraction, as a double. */
  private static Number number(String digits) {
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException notWhole) {
      return Double.valueOf(digits);
    }
  }
}
