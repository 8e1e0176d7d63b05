package org.upstart4j.embedded.internal;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Things by name, in the order in which Upstart goes through its own tables: 17 bins by a hash of
 * the name, each in the order of arrival. Jobs that one event starts are started in this order, so
 * it shows in what users see.
 *
 * @param <T> the things
 */
final class HashOrder<T> {

  private static final int BINS = 17;
  private static final int FNV_OFFSET = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;
  private static final int BIN_SHIFT = 56;

  private final Map<String, Long> places = new HashMap<>();
  private final TreeMap<Long, T> things = new TreeMap<>();
  private long arrivals;

  static int bin(String name) {
    int hash = FNV_OFFSET;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash *= FNV_PRIME;
      // a byte from 0x80 on is negative and flips the upper bits too, as in Upstart
      hash ^= b;
    }
    return Integer.remainderUnsigned(hash, BINS);
  }

  /** Adds a thing behind all others of its bin, and returns its place. */
  long add(String name, T thing) {
    long place = ((long) bin(name) << BIN_SHIFT) | arrivals++;
    places.put(name, place);
    things.put(place, thing);
    return place;
  }

  @Nullable T get(String name) {
    Long place = places.get(name);
    return place == null ? null : things.get(place);
  }

  void remove(String name) {
    Long place = places.remove(name);
    if (place != null) {
      things.remove(place);
    }
  }

  boolean isEmpty() {
    return things.isEmpty();
  }

  Collection<T> all() {
    return things.values();
  }

  /** Goes through all things, those included that are added behind while it goes. */
  void forEach(Consumer<T> action) {
    Map.Entry<Long, T> next = things.firstEntry();
    while (next != null) {
      action.accept(next.getValue());
      next = things.higherEntry(next.getKey());
    }
  }
}
