package org.upstart4j.jobfile.internal.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that stanzas set, such as the priority; the key to its value. Two settings are equal if
 * their names are.
 *
 * @param <T> the type of its values, which are immutable
 */
public final class Setting<T> {

  private final String name;
  private final T initial;
  private final Supplier<T> empty;
  private final UnaryOperator<T> copy;

  private Setting(String name, T initial, Supplier<T> empty, UnaryOperator<T> copy) {
    this.name = name;
    this.initial = initial;
    this.empty = empty;
    this.copy = copy;
  }

  /** A setting with a value that holds until a stanza sets another one. */
  static <T> Setting<T> of(String name, T initial) {
    return new Setting<>(name, initial, () -> initial, value -> value);
  }

  /** A setting without a value until a stanza sets one. */
  static <T> Setting<Optional<T>> optional(String name) {
    return of(name, Optional.empty());
  }

  /** A setting to which stanzas add. */
  static <T> Setting<List<T>> list(String name) {
    return new Setting<>(name, List.of(), ArrayList::new, List::copyOf);
  }

  /** A setting of which stanzas set parts; sorted. */
  static <K extends Comparable<K>, V> Setting<SortedMap<K, V>> map(String name) {
    return new Setting<>(
        name,
        Collections.emptySortedMap(),
        TreeMap::new,
        map -> Collections.unmodifiableSortedMap(new TreeMap<>(map)));
  }

  /** The value while no stanza has set one. */
  T initial() {
    return initial;
  }

  /** What a draft begins with: for lists and maps, one that can grow. */
  T empty() {
    return empty.get();
  }

  /** The value as a setting of this kind holds it. */
  @SuppressWarnings("unchecked") // a draft stores under a setting nothing but its own values
  T cast(Object value) {
    return (T) value;
  }

  /** An immutable copy of a draft's value. */
  T copy(Object value) {
    return copy.apply(cast(value));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Setting<?> that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
