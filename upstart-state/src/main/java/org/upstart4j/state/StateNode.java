package org.upstart4j.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;

/**
 * A value of a state that is read. It knows its path. What isn't there is an empty value, as older
 * versions have less; what is of another kind is an error.
 *
 * @param outer what it is in; null if it is the whole text
 * @param step its name or its place there
 * @param value the value, as {@link StateText} reads it; null if nothing is there
 */
record StateNode(@Nullable StateNode outer, Object step, @Nullable Object value) {

  /** Reads a text, which must hold an object. */
  static StateNode parse(String text) {
    StateNode root = new StateNode(null, "", StateText.parse(text));
    if (!root.exists()) {
      throw root.isNot("an object");
    }
    return root;
  }

  boolean exists() {
    return value != null;
  }

  boolean isText() {
    return value instanceof String;
  }

  /** {@return a member of this object} */
  StateNode get(String name) {
    HashMap<?, ?> object = as(HashMap.class, "an object");
    return new StateNode(this, name, object == null ? null : object.get(name));
  }

  /** {@return the elements of this array} */
  List<StateNode> elements() {
    ArrayList<?> array = as(ArrayList.class, "an array");
    if (array == null) {
      return List.of();
    }
    List<StateNode> nodes = new ArrayList<>(array.size());
    for (Object element : array) {
      nodes.add(new StateNode(this, nodes.size(), element));
    }
    return nodes;
  }

  /** {@return what is made of each element of this array} */
  <T> List<T> list(Function<StateNode, T> read) {
    List<StateNode> nodes = elements();
    List<T> list = new ArrayList<>(nodes.size());
    for (StateNode node : nodes) {
      list.add(read.apply(node));
    }
    return list;
  }

  Optional<String> text() {
    return Optional.ofNullable(as(String.class, "a text"));
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
    Long number = as(Long.class, "a whole number");
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
      throw StateSyntaxException.of(path(), String.valueOf(wrong.getMessage()));
    }
  }

  /** Takes classes, as it takes several times as long to ask for an interface of two. */
  private <T> @Nullable T as(Class<T> type, String kind) {
    if (value == null || type.isInstance(value)) {
      return type.cast(value);
    }
    throw isNot(kind);
  }

  private StateSyntaxException isNot(String kind) {
    return StateSyntaxException.of(outer == null ? "its beginning" : path(), "it is not " + kind);
  }

  /** Only an error needs it. */
  private String path() {
    if (outer == null) {
      return "";
    }
    String before = outer.path();
    if (step instanceof Integer place) {
      return before + "[" + place + "]";
    }
    return before.isEmpty() ? step.toString() : before + "." + step;
  }
}
