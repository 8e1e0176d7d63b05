package org.upstart4j.jobfile;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.jobfile.stanza.StanzaName;

/** How many stanzas there are of what, so that none is looked for in vain. */
final class Tally {

  private final Map<String, Integer> slots = new HashMap<>();
  private final Map<StanzaName, Integer> names = new EnumMap<>(StanzaName.class);

  void add(List<Entry> entries) {
    entries.forEach(entry -> count(entry, 1));
  }

  void remove(Entry entry) {
    count(entry, -1);
  }

  private void count(Entry entry, int more) {
    if (entry instanceof Stanza stanza) {
      slots.merge(stanza.slot(), more, Integer::sum);
      stanza.name().ifPresent(name -> names.merge(name, more, Integer::sum));
    }
  }

  boolean has(String slot) {
    return slots.getOrDefault(slot, 0) > 0;
  }

  boolean has(StanzaName name) {
    return names.getOrDefault(name, 0) > 0;
  }
}
