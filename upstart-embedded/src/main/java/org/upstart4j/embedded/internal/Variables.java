package org.upstart4j.embedded.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;

/** A table of variables that is being put together: {@code NAME=VALUE} in the order of arrival. */
final class Variables {

  private final List<String> entries;

  Variables() {
    this.entries = new ArrayList<>();
  }

  Variables(Variables other) {
    this.entries = new ArrayList<>(other.entries);
  }

  List<String> entries() {
    return entries;
  }

  Environment toEnvironment() {
    return Environment.parse(entries);
  }

  /** Sets a variable: in its place if it is there, else at the end. */
  Variables set(String name, String value) {
    return add(name + "=" + value, true);
  }

  /** Adds {@code NAME=VALUE}; one that is there already changes only if it may be replaced. */
  Variables add(String entry, boolean replace) {
    int place = find(entries, entry.substring(0, entry.indexOf('=')));
    if (place < 0) {
      entries.add(entry);
    } else if (replace) {
      entries.set(place, entry);
    }
    return this;
  }

  Variables addAll(List<String> added) {
    for (String entry : added) {
      add(entry, true);
    }
    return this;
  }

  /**
   * Adds what an {@code env} stanza says, where {@code NAME} alone means the engine's own variable:
   * one that the engine lacks is removed.
   */
  Variables addOwn(String stanza, UnaryOperator<@Nullable String> own) {
    if (stanza.indexOf('=') >= 0) {
      return add(stanza, true);
    }
    String value = own.apply(stanza);
    if (value != null) {
      return set(stanza, value);
    }
    int place = find(entries, stanza);
    if (place >= 0) {
      entries.remove(place);
    }
    return this;
  }

  /** Removes a variable; one whose name the given one begins with is meant too, as in Upstart. */
  void remove(String name) {
    for (int i = 0; i < entries.size(); i++) {
      String entry = entries.get(i);
      if (name.startsWith(entry.substring(0, entry.indexOf('=')))) {
        // Upstart steps over the entry that moves up
        entries.remove(i);
      }
    }
  }

  @Nullable String get(String name) {
    return value(entries, name);
  }

  static @Nullable String value(List<String> entries, String name) {
    int place = find(entries, name);
    if (place < 0) {
      return null;
    }
    String entry = entries.get(place);
    // a name may hold a = where it is asked for, but where it stands it ends at the first one
    return entry.substring(entry.indexOf('=') + 1);
  }

  /** Returns where a variable is, or -1. */
  static int find(List<String> entries, String name) {
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
