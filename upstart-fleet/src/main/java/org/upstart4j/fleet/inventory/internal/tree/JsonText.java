package org.upstart4j.fleet.inventory.internal.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.text.Numbers;

/**
 * Reads JSON as Python does: of equal keys the last one counts, and {@code NaN} and {@code
 * Infinity} are numbers. It knows the line of each value, which Gson doesn't tell.
 */
final class JsonText {

  private static final int DEEPEST = 100;

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][-+]?[0-9]++)?|-?Infinity|NaN");
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  private final String text;
  private int at;
  private int line = 1;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /** {@return the tree, or nothing if the text is no JSON} */
  static Optional<Node> read(String text) {
    JsonText json = new JsonText(text);
    try {
      Node node = json.node();
      json.blanks();
      return json.at == text.length() ? Optional.of(node) : Optional.empty();
    } catch (NoJson no) {
      return Optional.empty();
    }
  }

  private Node node() throws NoJson {
    if (++depth > DEEPEST) {
      throw new NoJson();
    }
    Node node =
        switch (peek()) {
          case '{' -> mapping();
          case '[' -> items();
          case '"' -> new Node.Scalar(line, string());
          case 't' -> word("true", true);
          case 'f' -> word("false", false);
          case 'n' -> word("null", null);
          default -> number();
        };
    depth--;
    return node;
  }

  private Node mapping() throws NoJson {
    int start = line;
    Map<@Nullable Object, Node> entries = new LinkedHashMap<>();
    at++;
    if (!take('}')) {
      do {
        peek();
        String key = string();
        need(':');
        entries.put(key, node());
      } while (take(','));
      need('}');
    }
    return Marked.mapping(start, entries);
  }

  private Node items() throws NoJson {
    int start = line;
    List<Node> items = new ArrayList<>();
    at++;
    if (!take(']')) {
      do {
        items.add(node());
      } while (take(','));
      need(']');
    }
    return new Node.Items(start, items);
  }

  private Node word(String word, @Nullable Object value) throws NoJson {
    if (!text.startsWith(word, at)) {
      throw new NoJson();
    }
    at += word.length();
    return new Node.Scalar(line, value);
  }

  private Node number() throws NoJson {
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw new NoJson();
    }
    at = matcher.end();
    String digits = matcher.group();
    boolean real =
        matcher.group(1) != null
            || matcher.group(2) != null
            || digits.endsWith("y")
            || digits.equals("NaN");
    try {
      return new Node.Scalar(line, real ? (Number) Double.valueOf(digits) : Numbers.of(digits, 10));
    } catch (NumberFormatException tooLong) {
      throw new NoJson();
    }
  }

  private String string() throws NoJson {
    if (at >= text.length() || text.charAt(at) != '"') {
      throw new NoJson();
    }
    at++;
    StringBuilder string = new StringBuilder();
    while (true) {
      char next = next();
      if (next == '"') {
        return string.toString();
      }
      if (next < ' ') {
        throw new NoJson();
      }
      string.append(next == '\\' ? escaped() : next);
    }
  }

  private char escaped() throws NoJson {
    char kind = next();
    int known = ESCAPES.indexOf(kind);
    if (known >= 0) {
      return MEANT.charAt(known);
    }
    if (kind != 'u') {
      throw new NoJson();
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = "0123456789abcdef".indexOf(Character.toLowerCase(next()));
      if (digit < 0) {
        throw new NoJson();
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private char next() throws NoJson {
    if (at == text.length()) {
      throw new NoJson();
    }
    return text.charAt(at++);
  }

  private char peek() throws NoJson {
    blanks();
    if (at == text.length()) {
      throw new NoJson();
    }
    return text.charAt(at);
  }

  private boolean take(char character) throws NoJson {
    boolean there = peek() == character;
    if (there) {
      at++;
    }
    return there;
  }

  private void need(char character) throws NoJson {
    if (!take(character)) {
      throw new NoJson();
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at++) == '\n') {
        line++;
      }
    }
  }

  /** The text is no JSON. */
  private static final class NoJson extends Exception {

    private static final long serialVersionUID = 1L;

    NoJson() {
      super(null, null, false, false);
    }
  }
}
