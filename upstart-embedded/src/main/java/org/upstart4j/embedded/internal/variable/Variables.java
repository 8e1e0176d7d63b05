package org.upstart4j.embedded.internal.variable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.jobfile.internal.match.Entries;

/**
 * A table of variables that is being put together: {@code NAME=VALUE} in the order of arrival. It
 * may be as large as a client likes, so that many are found by an index.
 */
public final class Variables {

  /** Up to here looking through all is as fast as an index, and needs no memory. */
  private static final int FEW = 32;

  private static final String REMOVED = "";

  private final List<String> entries;
  private @Nullable Map<String, Integer> index;

  public Variables() {
    this.entries = new ArrayList<>();
  }

  public Variables(Variables other) {
    this.entries = new ArrayList<>(other.entries);
  }

  /** Makes a table of entries as they are, even if a name comes twice. */
  public Variables(List<String> entries) {
    this.entries = new ArrayList<>(entries);
  }

  public List<String> entries() {
    return Collections.unmodifiableList(entries);
  }

  public Environment toEnvironment() {
    return Environment.parse(entries);
  }

  /** Sets a variable: in its place if it is there, else at the end. */
  public Variables set(String name, String value) {
    return add(name + "=" + value, true);
  }

  /** Adds {@code NAME=VALUE}; one that is there already changes only if it may be replaced. */
  public Variables add(String entry, boolean replace) {
    String name = entry.substring(0, entry.indexOf('='));
    int place = find(name);
    if (place < 0) {
      if (index != null) {
        index.put(name, entries.size());
      }
      entries.add(entry);
    } else if (replace) {
      entries.set(place, entry);
    }
    return this;
  }

  public Variables addAll(List<String> added) {
    for (String entry : added) {
      add(entry, true);
    }
    return this;
  }

  /**
   * Adds what {@code env} stanzas say, where {@code NAME} alone means the engine's own variable:
   * one that the engine lacks is removed.
   */
  Variables addOwn(List<String> stanzas, UnaryOperator<@Nullable String> own) {
    boolean removed = false;
    for (String stanza : stanzas) {
      if (stanza.indexOf('=') >= 0) {
        add(stanza, true);
        continue;
      }
      String value = own.apply(stanza);
      if (value != null) {
        set(stanza, value);
      } else {
        removed |= empty(stanza);
      }
    }
    if (removed) {
      entries.removeIf(REMOVED::equals);
      index = null;
    }
    return this;
  }

  /** Leaves the place of a variable empty; says whether it was there. */
  private boolean empty(String name) {
    int place = find(name);
    if (place < 0) {
      return false;
    }
    entries.set(place, REMOVED);
    if (index != null) {
      index.remove(name);
    }
    return true;
  }

  /** Removes a variable; one whose name the given one begins with is meant too, as in Upstart. */
  public void remove(String name) {
    List<String> kept = new ArrayList<>(entries.size());
    boolean movesUp = false;
    for (String entry : entries) {
      // Upstart steps over the entry that moves up
      movesUp = !movesUp && name.startsWith(entry.substring(0, entry.indexOf('=')));
      if (!movesUp) {
        kept.add(entry);
      }
    }
    if (kept.size() < entries.size()) {
      entries.clear();
      entries.addAll(kept);
      index = null;
    }
  }

  public @Nullable String get(String name) {
    return Entries.value(entries, find(name));
  }

  /** Returns where a variable is, or -1. */
  public int find(String name) {
    // a name may hold a = where it is asked for, but where it stands it ends at the first one
    if (entries.size() <= FEW || name.indexOf('=') >= 0) {
      return Entries.find(entries, name);
    }
    return index().getOrDefault(name, -1);
  }

  private Map<String, Integer> index() {
    Map<String, Integer> known = index;
    if (known == null) {
      known = new HashMap<>();
      for (int i = 0; i < entries.size(); i++) {
        String entry = entries.get(i);
        if (!entry.equals(REMOVED)) {
          known.putIfAbsent(entry.substring(0, entry.indexOf('=')), i);
        }
      }
      index = known;
    }
    return known;
  }
}
