package org.upstart4j.analysis.host;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is looked at when it is first asked for, and then remembered. */
final class Remembered<T> {

  private final Supplier<T> look;
  private @Nullable T seen;

  Remembered(Supplier<T> look) {
    this.look = look;
  }

  T get() {
    T known = seen;
    if (known == null) {
      known = look.get();
      seen = known;
    }
    return known;
  }
}
