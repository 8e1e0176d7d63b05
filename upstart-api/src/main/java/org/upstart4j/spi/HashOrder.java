package org.upstart4j.spi;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Things by name, in the order in which Upstart goes through its own tables: 17 bins by a hash of
 * the name, each in the order of arrival. Upstart starts the jobs that one event starts in this
 * order, so users see it.
 *
 * @param <T> the things
 */
public final class HashOrder<T> {

  private static final int BINS = 17;
  private static final int FNV_OFFSET = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;
  private static final int BIN_SHIFT = 56;

  private final Map<String, Long> places = new HashMap<>();
  private final TreeMap<Long, T> things = new TreeMap<>();
  private long arrivals;

  /** Makes an empty table. */
  public HashOrder() {}

  /**
   * {@return an order of names by their bins; a stable sort keeps the order of arrival within one}
   */
  public static Comparator<String> bins() {
    return Comparator.comparingInt(HashOrder::bin);
  }

  static int bin(String name) {
    int hash = FNV_OFFSET;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash *= FNV_PRIME;
      // a byte from 0x80 on is negative and flips the upper bits too, as in Upstart
      hash ^= b;
    }
    return Integer.remainderUnsigned(hash, BINS);
  }

  /**
   * Adds a thing after all others of its bin.
   *
   * @param name its name, which no other thing has
   * @param thing the thing
   * @return its place: a thing with a lower one comes before it
   */
  public long add(String name, T thing) {
    long place = ((long) bin(name) << BIN_SHIFT) | arrivals++;
    places.put(name, place);
    things.put(place, thing);
    return place;
  }

  /**
   * Finds a thing by its name.
   *
   * @param name the name
   * @return the thing, or null
   */
  public @Nullable T get(String name) {
    Long place = places.get(name);
    return place == null ? null : things.get(place);
  }

  /**
   * Removes a thing, if there is one of that name.
   *
   * @param name the name
   */
  public void remove(String name) {
    Long place = places.remove(name);
    if (place != null) {
      things.remove(place);
    }
  }

  /** {@return whether there is no thing} */
  public boolean isEmpty() {
    return things.isEmpty();
  }

  /** {@return all things in their order, as they are at any moment} */
  public Collection<T> all() {
    return Collections.unmodifiableCollection(things.values());
  }

  /**
   * Goes through all things, including those that the action adds after the one that it is given.
   *
   * @param action what to do with each
   */
  public void forEach(Consumer<T> action) {
    Map.Entry<Long, T> next = things.firstEntry();
    while (next != null) {
      action.accept(next.getValue());
      next = things.higherEntry(next.getKey());
    }
  }
}
