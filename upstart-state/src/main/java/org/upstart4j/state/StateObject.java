package org.upstart4j.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * An object of a state that is written, in the order and with the types of Upstart: yes and no are
 * 1 and 0, a text that isn't there is null, and any other value that isn't there is left out.
 */
final class StateObject {

  private final JsonObject json = new JsonObject();

  StateObject put(String name, JsonElement value) {
    json.add(name, value);
    return this;
  }

  StateObject put(String name, StateObject value) {
    return put(name, value.json);
  }

  StateObject text(String name, String text) {
    return put(name, new JsonPrimitive(text));
  }

  StateObject text(String name, Optional<String> text) {
    return put(name, text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE));
  }

  /** Writes a constant of Upstart's; a word that is none, as it was read. */
  StateObject word(String name, String prefix, String word) {
    boolean known = !word.isEmpty() && word.equals(word.toLowerCase(Locale.ROOT));
    return text(name, known ? prefix + word.toUpperCase(Locale.ROOT).replace('-', '_') : word);
  }

  StateObject number(String name, long number) {
    return put(name, new JsonPrimitive(number));
  }

  StateObject number(String name, OptionalInt number) {
    return number.isPresent() ? number(name, number.getAsInt()) : this;
  }

  StateObject number(String name, OptionalLong number) {
    return number.isPresent() ? number(name, number.getAsLong()) : this;
  }

  StateObject flag(String name, boolean flag) {
    return number(name, flag ? 1 : 0);
  }

  StateObject texts(String name, List<String> texts) {
    return list(name, texts, JsonPrimitive::new);
  }

  StateObject objects(String name, List<StateObject> objects) {
    return list(name, objects, object -> object.json);
  }

  <T> StateObject list(String name, List<T> values, Function<? super T, JsonElement> write) {
    JsonArray array = new JsonArray(values.size());
    values.forEach(value -> array.add(write.apply(value)));
    return put(name, array);
  }

  /** {@return the text of it} */
  @Override
  public String toString() {
    return json.toString();
  }
}
