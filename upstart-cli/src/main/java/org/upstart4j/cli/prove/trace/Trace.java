package org.upstart4j.cli.prove.trace;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened on a machine while a scenario was played.
 *
 * @param machine which machine it was, for people
 * @param entries what happened, in order
 * @param records who the processes were, by subject; those that ended too soon to tell are missing
 * @param ends what became of each process in the end, and the state of each job, by subject
 */
public record Trace(
    String machine,
    List<TraceEntry> entries,
    SortedMap<String, ProcessRecord> records,
    SortedMap<String, String> ends) {

  /**
   * Makes a trace.
   *
   * @param machine which machine it was, for people
   * @param entries what happened, in order
   * @param records who the processes were, by subject
   * @param ends what became of each process in the end, and the state of each job
   */
  public Trace {
    entries = List.copyOf(entries);
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    ends = Collections.unmodifiableSortedMap(new TreeMap<>(ends));
  }

  /** {@return the trace for people, a line for each entry, with seconds since the first one} */
  public List<String> lines() {
    long start = entries.isEmpty() ? 0 : entries.get(0).at().toMillis();
    List<String> lines = new java.util.ArrayList<>();
    for (TraceEntry entry : entries) {
      double seconds = (entry.at().toMillis() - start) / 1000.0;
      lines.add(String.format(Locale.ROOT, "%6.2f %s", seconds, entry.text()));
    }
    for (Map.Entry<String, String> end : ends.entrySet()) {
      lines.add("   end " + end.getKey() + " " + end.getValue());
    }
    return lines;
  }
}
