package org.upstart4j.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as RFC 8259 has it. An object becomes a map in its order, an array a list, a number a
 * long or a double, null null. A name that comes twice is an error, as is a text that is too deep.
 */
final class Json {

  private static final int DEEPEST = 64;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  static @Nullable Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.skipBlanks();
    if (json.at < text.length()) {
      throw json.error("something follows the value");
    }
    return value;
  }

  private @Nullable Object value() {
    skipBlanks();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new JsonString(text, at).read(this::moveTo);
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    enter();
    boolean more = !closes('}');
    while (more) {
      String name = name();
      expect(':');
      if (object.containsKey(name)) {
        throw error("the name \"" + name + "\" comes twice");
      }
      object.put(name, value());
      more = continues('}');
    }
    depth--;
    return object;
  }

  private String name() {
    skipBlanks();
    if (peek() != '"') {
      throw error("a name is missing");
    }
    return new JsonString(text, at).read(this::moveTo);
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> array = new ArrayList<>();
    enter();
    boolean more = !closes(']');
    while (more) {
      array.add(value());
      more = continues(']');
    }
    depth--;
    return array;
  }

  private void enter() {
    at++;
    depth++;
    if (depth > DEEPEST) {
      throw error("it is deeper than " + DEEPEST);
    }
  }

  private boolean closes(char end) {
    skipBlanks();
    if (peek() != end) {
      return false;
    }
    at++;
    return true;
  }

  private boolean continues(char end) {
    if (closes(end)) {
      return false;
    }
    expect(',');
    return true;
  }

  private void expect(char wanted) {
    skipBlanks();
    if (peek() != wanted) {
      throw error("'" + wanted + "' is missing");
    }
    at++;
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw error("a value is missing");
    }
    at += word.length();
    return value;
  }

  private Object number() {
    JsonNumber number = new JsonNumber(text, at);
    return number.read(this::moveTo);
  }

  private void moveTo(int offset) {
    at = offset;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw error("the text ends too early");
    }
    return text.charAt(at);
  }

  private StateSyntaxException error(String what) {
    return StateSyntaxException.at(at, what);
  }
}
