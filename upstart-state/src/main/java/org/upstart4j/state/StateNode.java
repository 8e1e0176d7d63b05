package org.upstart4j.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;

/**
 * A value of a state that is read. It knows its path. What isn't there is an empty value, as older
 * versions have less; what is of another kind is an error.
 *
 * @param path where the value is
 * @param json the value; null if nothing is there
 */
record StateNode(String path, @Nullable JsonElement json) {

  /** Reads a text, which must hold an object. */
  static StateNode parse(String text) {
    StateNode root = new StateNode("", StateText.parse(text));
    if (!root.exists()) {
      throw root.isNot("an object");
    }
    return root;
  }

  boolean exists() {
    return json != null && !json.isJsonNull();
  }

  boolean isText() {
    return isPrimitive(JsonPrimitive::isString);
  }

  private boolean isPrimitive(Predicate<JsonPrimitive> kind) {
    return json instanceof JsonPrimitive primitive && kind.test(primitive);
  }

  /** {@return a member of this object} */
  StateNode get(String name) {
    String inner = path.isEmpty() ? name : path + "." + name;
    return new StateNode(
        inner, as(json instanceof JsonObject, "an object", value -> member(value, name)));
  }

  private static @Nullable JsonElement member(JsonElement object, String name) {
    return object.getAsJsonObject().get(name);
  }

  /** {@return the elements of this array} */
  List<StateNode> elements() {
    List<StateNode> nodes = new ArrayList<>();
    JsonElement array = as(json instanceof JsonArray, "an array", value -> value);
    if (array != null) {
      for (JsonElement element : array.getAsJsonArray()) {
        nodes.add(new StateNode(path + "[" + nodes.size() + "]", element));
      }
    }
    return nodes;
  }

  /** {@return what is made of each element of this array} */
  <T> List<T> list(Function<StateNode, T> read) {
    return elements().stream().map(read).toList();
  }

  Optional<String> text() {
    return Optional.ofNullable(as(isText(), "a text", JsonElement::getAsString));
  }

  /** {@return the text, which is empty if it isn't there} */
  String textOrEmpty() {
    return text().orElse("");
  }

  List<String> texts() {
    return list(StateNode::textOrEmpty);
  }

  Environment environment() {
    return checked(() -> Environment.parse(texts()));
  }

  OptionalLong number() {
    boolean whole = isPrimitive(value -> value.isNumber() && value.getAsNumber() instanceof Long);
    Long number = as(whole, "a whole number", JsonElement::getAsLong);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  OptionalInt integer() {
    OptionalLong number = number();
    return number.isEmpty()
        ? OptionalInt.empty()
        : checked(() -> OptionalInt.of(Math.toIntExact(number.getAsLong())));
  }

  int integerOr(int missing) {
    return integer().orElse(missing);
  }

  /** {@return the number, unless it is negative, as Upstart writes what there is none of} */
  OptionalInt index() {
    OptionalInt number = integer();
    return number.orElse(-1) < 0 ? OptionalInt.empty() : number;
  }

  /** {@return whether this is a number other than 0, as Upstart writes yes and no} */
  boolean isYes() {
    return number().orElse(0) != 0;
  }

  /** {@return a constant without its prefix, as Upstart says it elsewhere} */
  String word(String prefix) {
    String constant = textOrEmpty();
    return constant.startsWith(prefix)
        ? constant.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-')
        : constant;
  }

  /** Makes something of this value, and says where that is if it cannot be. */
  <T> T checked(Supplier<T> read) {
    try {
      return read.get();
    } catch (StateSyntaxException known) {
      throw known;
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      throw StateSyntaxException.of(path, String.valueOf(wrong.getMessage()));
    }
  }

  private <T> @Nullable T as(boolean fits, String kind, Function<JsonElement, @Nullable T> read) {
    JsonElement value = json;
    if (value == null || value.isJsonNull()) {
      return null;
    }
    if (!fits) {
      throw isNot(kind);
    }
    return read.apply(value);
  }

  private StateSyntaxException isNot(String kind) {
    return StateSyntaxException.of(path.isEmpty() ? "its beginning" : path, "it is not " + kind);
  }
}
