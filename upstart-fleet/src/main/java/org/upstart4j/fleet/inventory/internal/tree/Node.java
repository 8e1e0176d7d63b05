package org.upstart4j.fleet.inventory.internal.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.text.Keys;

/** A part of a YAML or JSON text, with its line. */
public sealed interface Node {

  /** {@return the line that it begins in, from 1; 0 if that is unknown} */
  int line();

  /** {@return the value: a text, number, truth value, list, map, {@link Vault}, {@link Unsafe}} */
  @Nullable Object value();

  /** {@return whether it is nothing, zero, or empty, as Python's {@code not} says} */
  default boolean isFalse() {
    Object value = value();
    return value == null
        || Boolean.FALSE.equals(value)
        || "".equals(value)
        || (value instanceof Number number && number.doubleValue() == 0)
        || (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  /** {@return what to call it in a message} */
  default String kind() {
    if (this instanceof Items) {
      return "a list";
    }
    if (this instanceof Mapping) {
      return "a mapping";
    }
    Object value = value();
    return value == null ? "nothing" : value instanceof Number ? "a number" : "a text";
  }

  /**
   * One value.
   *
   * @param line its line
   * @param value the value
   */
  record Scalar(int line, @Nullable Object value) implements Node {}

  /**
   * A list.
   *
   * @param line its line
   * @param items what is in it
   */
  record Items(int line, List<Node> items) implements Node {

    @Override
    public List<@Nullable Object> value() {
      List<@Nullable Object> values = new ArrayList<>();
      items.forEach(item -> values.add(item.value()));
      return values;
    }
  }

  /**
   * A mapping.
   *
   * @param line its line
   * @param entries the values by their keys, which need not be texts
   */
  record Mapping(int line, Map<@Nullable Object, Node> entries) implements Node {

    /** {@return the value of a key that is a text, or null} */
    public @Nullable Node get(String key) {
      return entries.get(key);
    }

    @Override
    public Map<String, @Nullable Object> value() {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      entries.forEach((key, node) -> values.put(Keys.name(key), node.value()));
      return values;
    }
  }
}
