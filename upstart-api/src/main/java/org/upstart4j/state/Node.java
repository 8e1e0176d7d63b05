package org.upstart4j.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;

/**
 * A value of the state, which knows where it stands. What isn't there is an empty value, as older
 * versions have less; what is of another kind is an error.
 *
 * @param path where it stands
 * @param value what was read; null if nothing is there
 */
record Node(String path, @Nullable Object value) {

  boolean isText() {
    return value instanceof String;
  }

  /** Returns a member of this object. */
  Node get(String name) {
    return new Node(path.isEmpty() ? name : path + "." + name, members().get(name));
  }

  /** Returns the members of this object by their names. */
  Map<?, ?> members() {
    return as(Map.class, "an object").map(map -> (Map<?, ?>) map).orElse(Map.of());
  }

  /** Returns the elements of this array. */
  List<Node> elements() {
    List<?> elements = as(List.class, "an array").map(list -> (List<?>) list).orElse(List.of());
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      nodes.add(new Node(path + "[" + i + "]", elements.get(i)));
    }
    return nodes;
  }

  /** Returns what is made of each element of this array. */
  <T> List<T> list(Function<Node, T> read) {
    return elements().stream().map(read).toList();
  }

  Optional<String> text() {
    return as(String.class, "a text");
  }

  /** Returns the text, which is empty if it isn't there. */
  String textOrEmpty() {
    return text().orElse("");
  }

  List<String> texts() {
    return list(Node::textOrEmpty);
  }

  Environment environment() {
    return checked(() -> Environment.parse(texts()));
  }

  OptionalLong number() {
    return as(Long.class, "a whole number").map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  OptionalInt integer() {
    return checked(
        () ->
            number().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(number().getAsLong())));
  }

  int integerOr(int missing) {
    return integer().orElse(missing);
  }

  /** Returns whether this is a number other than 0, as Upstart writes yes and no. */
  boolean isYes() {
    return number().orElse(0) != 0;
  }

  /** Returns a constant without its prefix, as Upstart says it elsewhere. */
  String word(String prefix) {
    String constant = textOrEmpty();
    return constant.startsWith(prefix)
        ? constant.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-')
        : constant;
  }

  /** Runs something whose arguments are of this value, and says where that is if they are wrong. */
  <T> T checked(Checked<T> read) {
    try {
      return read.get();
    } catch (StateSyntaxException known) {
      throw known;
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      throw StateSyntaxException.of(path, String.valueOf(wrong.getMessage()));
    }
  }

  private <T> Optional<T> as(Class<T> type, String kind) {
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw StateSyntaxException.of(path.isEmpty() ? "its beginning" : path, "it is not " + kind);
    }
    return Optional.of(type.cast(value));
  }

  /** Something to be made of a value. */
  interface Checked<T> {
    T get();
  }
}
