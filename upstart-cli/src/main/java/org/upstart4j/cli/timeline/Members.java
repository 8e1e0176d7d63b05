package org.upstart4j.cli.timeline;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Event;

/** The members of a line's object. */
record Members(JsonObject object) {

  boolean has(String name) {
    JsonElement value = object.get(name);
    return value != null && !value.isJsonNull();
  }

  String text(String name) throws UnreadableLine {
    JsonElement value = member(name);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw new UnreadableLine("\"" + name + "\" is no string");
    }
    return value.getAsString();
  }

  double number(String name) throws UnreadableLine {
    JsonElement value = member(name);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      throw new UnreadableLine("\"" + name + "\" is no number");
    }
    return value.getAsDouble();
  }

  boolean flag(String name) throws UnreadableLine {
    JsonElement value = member(name);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
      throw new UnreadableLine("\"" + name + "\" is neither true nor false");
    }
    return value.getAsBoolean();
  }

  List<String> texts(String name) throws UnreadableLine {
    List<String> texts = new ArrayList<>();
    for (JsonElement element : elements(name)) {
      if (!element.isJsonPrimitive()) {
        throw new UnreadableLine("\"" + name + "\" holds something else than strings");
      }
      texts.add(element.getAsString());
    }
    return texts;
  }

  List<Members> objects(String name) throws UnreadableLine {
    List<Members> objects = new ArrayList<>();
    for (JsonElement element : elements(name)) {
      if (!element.isJsonObject()) {
        throw new UnreadableLine("\"" + name + "\" holds something else than objects");
      }
      objects.add(new Members(element.getAsJsonObject()));
    }
    return objects;
  }

  /** The event of a line, whose variables are in another member. */
  Event event(String variables) throws UnreadableLine {
    try {
      return new Event(text("event"), Environment.parse(texts(variables)));
    } catch (IllegalArgumentException wrong) {
      throw new UnreadableLine(String.valueOf(wrong.getMessage()));
    }
  }

  private Iterable<JsonElement> elements(String name) throws UnreadableLine {
    JsonElement value = member(name);
    if (!value.isJsonArray()) {
      throw new UnreadableLine("\"" + name + "\" is no array");
    }
    return value.getAsJsonArray();
  }

  private JsonElement member(String name) throws UnreadableLine {
    @Nullable JsonElement value = object.get(name);
    if (value == null) {
      throw new UnreadableLine("it has no \"" + name + "\"");
    }
    return value;
  }
}
