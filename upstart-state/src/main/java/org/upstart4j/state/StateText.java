package org.upstart4j.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;

/**
 * Reads a JSON text as RFC 8259 has it. A name that comes twice is an error, and so is a text that
 * is nested too deeply.
 */
final class StateText {

  private static final int DEEPEST = 64;

  private final JsonReader json;

  private StateText(String text) {
    this.json = new JsonReader(new StringReader(text));
    json.setStrictness(Strictness.STRICT);
    json.setNestingLimit(DEEPEST);
  }

  static JsonElement parse(String text) {
    StateText reader = new StateText(text);
    try {
      return reader.whole();
    } catch (IOException wrong) {
      throw StateSyntaxException.noJson(wrong, reader.json.getPath());
    }
  }

  private JsonElement whole() throws IOException {
    JsonElement value = value();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedJsonException("something follows the value");
    }
    return value;
  }

  private JsonElement value() throws IOException {
    return switch (json.peek()) {
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> array();
      case STRING -> new JsonPrimitive(json.nextString());
      case NUMBER -> new JsonPrimitive(number(json.nextString()));
      case BOOLEAN -> new JsonPrimitive(json.nextBoolean());
      default -> {
        json.nextNull();
        yield JsonNull.INSTANCE;
      }
    };
  }

  private JsonObject object() throws IOException {
    JsonObject object = new JsonObject();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (object.has(name)) {
        throw new MalformedJsonException("the name comes twice");
      }
      object.add(name, value());
    }
    json.endObject();
    return object;
  }

  private JsonArray array() throws IOException {
    JsonArray array = new JsonArray();
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
