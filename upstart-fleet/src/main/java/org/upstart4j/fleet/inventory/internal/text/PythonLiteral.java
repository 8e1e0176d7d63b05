package org.upstart4j.fleet.inventory.internal.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of a variable in an INI inventory. What is a literal of Python becomes its value, as
 * {@code ast.literal_eval} reads it: numbers, quoted texts, {@code True}, {@code None}, lists,
 * tuples, dictionaries. All else is the text itself.
 */
public final class PythonLiteral {

  private static final int DEEPEST = 200;

  private final PythonScanner scanner;

  /** What the literal is that JSON can't hold, or nothing. */
  private @Nullable String unwritable;

  private int depth;

  private PythonLiteral(String text) {
    this.scanner = new PythonScanner(text);
  }

  /**
   * {@return the value that a text stands for}
   *
   * @param name the variable's name, for the message
   * @throws Fault if it is a set, complex number or the like, which no inventory can print
   */
  public static @Nullable Object of(String name, String text, Place place) throws Fault {
    if (text.indexOf('\0') >= 0) {
      return text;
    }
    PythonLiteral literal = new PythonLiteral(text);
    Object value;
    try {
      value = literal.whole();
    } catch (NoLiteral no) {
      return text;
    }
    if (value instanceof PythonBytes bytes) {
      return bytes.text();
    }
    if (literal.unwritable != null) {
      throw new Fault(
          place,
          "the value of "
              + name
              + " holds "
              + literal.unwritable
              + " of Python, which JSON can't hold; put it into quotes, or write a list");
    }
    return value;
  }

  private @Nullable Object whole() throws NoLiteral {
    Object first = value();
    if (scanner.atEnd()) {
      return first;
    }
    List<@Nullable Object> tuple = new ArrayList<>();
    tuple.add(first);
    while (scanner.take(',')) {
      if (scanner.atEnd()) {
        break;
      }
      tuple.add(value());
    }
    if (!scanner.atEnd()) {
      throw new NoLiteral();
    }
    return noBytes(tuple);
  }

  private @Nullable Object value() throws NoLiteral {
    if (scanner.take('-')) {
      return complex(Numbers.negative(number()));
    }
    if (scanner.take('+')) {
      return complex(number());
    }
    Object atom = atom();
    return atom instanceof Number number ? complex(number) : atom;
  }

  private Number number() throws NoLiteral {
    if (atom() instanceof Number number) {
      return number;
    }
    throw new NoLiteral();
  }

  /** Takes the {@code + 2j} after a number. */
  private Number complex(Number real) throws NoLiteral {
    if (scanner.take('+') || scanner.take('-')) {
      if (!(atom() instanceof Number) || !scanner.wasImaginary()) {
        throw new NoLiteral();
      }
    }
    if (scanner.wasImaginary()) {
      unwritable = "a complex number";
    }
    return real;
  }

  private @Nullable Object atom() throws NoLiteral {
    return switch (scanner.peek()) {
      case '[' -> nested(this::list);
      case '(' -> nested(this::tuple);
      case '{' -> nested(this::braces);
      case '\'', '"' -> scanner.texts();
      case '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> dotOrNumber();
      default -> word();
    };
  }

  private Object dotOrNumber() throws NoLiteral {
    if (scanner.take("...")) {
      unwritable = "an ellipsis";
      return "...";
    }
    return scanner.number();
  }

  private @Nullable Object word() throws NoLiteral {
    if (scanner.atText()) {
      return scanner.texts();
    }
    String name = scanner.name();
    return switch (name) {
      case "True" -> true;
      case "False" -> false;
      case "None" -> null;
      case "set" -> emptySet(name);
      default -> throw new NoLiteral();
    };
  }

  private Object emptySet(String name) throws NoLiteral {
    if (scanner.take('(') && scanner.take(')')) {
      unwritable = "a set";
      return name;
    }
    throw new NoLiteral();
  }

  @FunctionalInterface
  private interface Reading {
    @Nullable Object read() throws NoLiteral;
  }

  private @Nullable Object nested(Reading reading) throws NoLiteral {
    if (++depth > DEEPEST) {
      throw new NoLiteral();
    }
    scanner.skip();
    Object read = reading.read();
    depth--;
    return read;
  }

  private @Nullable Object list() throws NoLiteral {
    List<@Nullable Object> items = new ArrayList<>();
    while (!scanner.take(']')) {
      items.add(value());
      if (!scanner.take(',') && scanner.peek() != ']') {
        throw new NoLiteral();
      }
    }
    return noBytes(items);
  }

  private @Nullable Object tuple() throws NoLiteral {
    if (scanner.take(')')) {
      return List.of();
    }
    List<@Nullable Object> items = new ArrayList<>();
    items.add(value());
    if (scanner.take(')')) {
      return items.get(0);
    }
    while (scanner.take(',') && scanner.peek() != ')') {
      items.add(value());
    }
    scanner.need(')');
    return noBytes(items);
  }

  private Object braces() throws NoLiteral {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    boolean set = false;
    boolean dictionary = false;
    while (!scanner.take('}')) {
      Object key = value();
      if (scanner.take(':')) {
        dictionary = true;
        entries.put(key(key), noBytes(value()));
      } else {
        set = true;
      }
      if ((set && dictionary) || (!scanner.take(',') && scanner.peek() != '}')) {
        throw new NoLiteral();
      }
    }
    if (set) {
      unwritable = "a set";
    }
    return entries;
  }

  private String key(@Nullable Object key) {
    if (key instanceof List || key instanceof Map || key instanceof PythonBytes) {
      unwritable = "a key that is no text and no number";
    }
    return Keys.name(key);
  }

  private @Nullable Object noBytes(@Nullable Object value) {
    boolean bytes =
        value instanceof List<?> items
            ? items.stream().anyMatch(PythonBytes.class::isInstance)
            : value instanceof PythonBytes;
    if (bytes) {
      unwritable = "bytes";
    }
    return value;
  }
}
