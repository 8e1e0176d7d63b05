package org.upstart4j.fleet.inventory.internal.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as a program wants them: unmodifiable, and an unsafe text is a text. */
public final class Plain {

  private Plain() {}

  /** {@return the plain value; of an encrypted one a map with its text, as in JSON} */
  public static @Nullable Object of(@Nullable Object value) {
    if (value instanceof Unsafe unsafe) {
      return unsafe.text();
    }
    if (value instanceof Vault vault) {
      return Map.of(Vault.KEY, vault.text());
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> plain = new ArrayList<>();
      list.forEach(item -> plain.add(of(item)));
      return Collections.unmodifiableList(plain);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      map.forEach((name, item) -> plain.put(String.valueOf(name), of(item)));
      return Collections.unmodifiableMap(plain);
    }
    return value;
  }
}
