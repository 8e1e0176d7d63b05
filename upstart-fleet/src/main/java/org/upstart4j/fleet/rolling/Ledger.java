package org.upstart4j.fleet.rolling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.rolling.Outcome.Kind;

/** What has become of each host so far, written down after each change of it. Not thread-safe. */
final class Ledger {

  private final String change;
  private final @Nullable RecordFile file;
  private final Map<String, Outcome> outcomes;

  private Ledger(String change, @Nullable RecordFile file, Map<String, Outcome> outcomes) {
    this.change = change;
    this.file = file;
    this.outcomes = outcomes;
  }

  /**
   * Begins a record, or goes on with one.
   *
   * @param file where it is; null if it is not kept
   * @param hosts the hosts that are to be changed now; those of the record that are not among them
   *     stay as they are
   */
  static Ledger open(String change, @Nullable RecordFile file, Collection<Host> hosts) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    if (file != null) {
      file.read(change).ifPresent(outcomes::putAll);
    }
    hosts.forEach(host -> outcomes.putIfAbsent(host.name(), Outcome.UNTRIED));
    Ledger ledger = new Ledger(change, file, outcomes);
    ledger.write();
    return ledger;
  }

  /** Returns those of some hosts that are not done. */
  List<Host> left(Collection<Host> hosts) {
    List<Host> left = new ArrayList<>(hosts);
    left.removeIf(host -> of(host).kind() == Kind.DONE);
    return left;
  }

  Outcome of(Host host) {
    return outcomes.getOrDefault(host.name(), Outcome.UNTRIED);
  }

  Map<String, Outcome> all() {
    return outcomes;
  }

  /** Notes the same of some hosts. */
  void note(Collection<Host> hosts, Outcome outcome) {
    hosts.forEach(host -> outcomes.put(host.name(), outcome));
    write();
  }

  private void write() {
    if (file != null) {
      file.write(change, outcomes);
    }
  }
}
