package org.upstart4j.picture.internal.page;

import com.google.gson.JsonArray;
import java.util.LinkedHashMap;
import java.util.Map;
import org.upstart4j.picture.graph.SourceLine;
import org.upstart4j.picture.internal.shown.Shown;

/** Stanzas by number: many edges come from one. */
final class SourceTable {

  private final Map<SourceLine, Integer> numbers = new LinkedHashMap<>();

  int number(SourceLine line) {
    return numbers.computeIfAbsent(line, unused -> numbers.size());
  }

  JsonArray toJson() {
    JsonArray all = new JsonArray();
    for (SourceLine line : numbers.keySet()) {
      JsonArray one = new JsonArray();
      one.add(Shown.text(line.file()));
      one.add(line.line());
      one.add(Shown.text(line.text()));
      all.add(one);
    }
    return all;
  }
}
