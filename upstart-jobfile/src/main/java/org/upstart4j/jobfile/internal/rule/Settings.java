package org.upstart4j.jobfile.internal.rule;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job says. Only what differs from its initial value is kept, so two jobs that say the same
 * are equal, however they say it. Immutable.
 */
public final class Settings {

  private final Map<Setting<?>, Object> values = new HashMap<>();

  /** Makes the settings from a draft's values. */
  Settings(Map<Setting<?>, Object> draft) {
    draft.forEach(
        (setting, value) -> {
          if (!value.equals(setting.initial())) {
            values.put(setting, setting.copy(value));
          }
        });
  }

  /** The value of a setting. */
  public <T> T get(Setting<T> setting) {
    Object value = values.get(setting);
    return value == null ? setting.initial() : setting.cast(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Settings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
