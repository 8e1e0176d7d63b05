package org.upstart4j.jobfile.internal.match;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Variables that are listed as {@code NAME=VALUE}. */
public final class Entries {

  private Entries() {}

  /** Returns the value of a variable, or null. */
  public static @Nullable String value(List<String> entries, String name) {
    return value(entries, find(entries, name));
  }

  /** Returns the value at a place that was found, or null for -1. */
  public static @Nullable String value(List<String> entries, int place) {
    if (place < 0) {
      return null;
    }
    String entry = entries.get(place);
    return entry.substring(entry.indexOf('=') + 1);
  }

  /** Returns where a variable is among some, or -1. */
  public static int find(List<String> entries, String name) {
    for (int i = 0; i < entries.size(); i++) {
      String entry = entries.get(i);
      if (entry.length() > name.length()
          && entry.charAt(name.length()) == '='
          && entry.startsWith(name)) {
        return i;
      }
    }
    return -1;
  }
}
