package org.upstart4j.jobfile;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.jobfile.stanza.StanzaName;

/** Where the last stanza of each slot and of each name stands, so that none is searched for. */
final class LastPlaces {

  /** The place of a stanza that is missing. */
  static final int NONE = -1;

  private final Map<String, Integer> slots = new HashMap<>();
  private final Map<StanzaName, Integer> names = new EnumMap<>(StanzaName.class);
  private int last = NONE;

  /** The places of all stanzas among some entries. */
  LastPlaces(List<Entry> entries) {
    moved(entries, 0);
  }

  /** Notes that entries stand where others stood or none did, from a place to the end. */
  void moved(List<Entry> entries, int from) {
    for (int i = from; i < entries.size(); i++) {
      if (entries.get(i) instanceof Stanza stanza) {
        slots.put(stanza.slot(), i);
        int place = i;
        stanza.name().ifPresent(name -> names.put(name, place));
        last = i;
      }
    }
  }

  int of(String slot) {
    return slots.getOrDefault(slot, NONE);
  }

  int of(StanzaName name) {
    return names.getOrDefault(name, NONE);
  }

  /** The place of the last stanza of all. */
  int last() {
    return last;
  }
}
