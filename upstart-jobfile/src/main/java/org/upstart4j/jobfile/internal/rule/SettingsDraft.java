package org.upstart4j.jobfile.internal.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** The settings of a job while its stanzas are applied, one after the other. */
public final class SettingsDraft {

  private final Map<Setting<?>, Object> values = new HashMap<>();

  /** Sets a value. */
  <T> void set(Setting<T> setting, T value) {
    values.put(setting, value);
  }

  /** Adds to a list. */
  <T> void add(Setting<List<T>> setting, Collection<? extends T> more) {
    own(setting).addAll(more);
  }

  /** Changes the value of a key. */
  <K, V> void update(
      Setting<SortedMap<K, V>> setting, K key, Function<? super Optional<V>, ? extends V> change) {
    SortedMap<K, V> map = own(setting);
    map.put(key, change.apply(Optional.ofNullable(map.get(key))));
  }

  /** The draft's own list or map, which grows. */
  private <T> T own(Setting<T> setting) {
    return setting.cast(values.computeIfAbsent(setting, Setting::empty));
  }

  /** The settings as they are now. */
  public Settings settings() {
    return new Settings(values);
  }
}
