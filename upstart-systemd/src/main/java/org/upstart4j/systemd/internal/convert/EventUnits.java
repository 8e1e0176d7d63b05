package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.internal.shell.UpstartCall;
import org.upstart4j.jobfile.stanza.StanzaName;

/**
 * The units that stand for events that somebody emits by name. Starting one does what emitting the
 * event did, and takes as long.
 */
final class EventUnits {

  private final Graph graph;
  private final Map<String, List<UpstartCall>> emitted = new HashMap<>();
  private final Map<String, String> units = new TreeMap<>();

  EventUnits(Graph graph) {
    this.graph = graph;
    for (CheckedJob job : graph.folder().jobs()) {
      job.stanzas().forEach(this::read);
    }
  }

  private void read(Placed placed) {
    placed
        .script()
        .map(UpstartCall::of)
        .orElse(List.of())
        .forEach(
            call ->
                call.name()
                    .literal()
                    .filter(name -> call.verb().equals("emit"))
                    .ifPresent(
                        name -> emitted.computeIfAbsent(name, n -> new ArrayList<>()).add(call)));
  }

  /** Whether a script of the folder emits an event. */
  boolean isEmitted(String event) {
    return emitted.containsKey(event);
  }

  /** Whether an event never comes with variables. */
  boolean isPlain(String event) {
    return emitted.getOrDefault(event, List.of()).stream()
        .allMatch(call -> call.arguments().isEmpty());
  }

  /** The job of the folder that says that it emits an event, by its {@code emits}. */
  Optional<String> promisedBy(String event) {
    return graph.folder().jobs().stream()
        .filter(job -> job.listed(StanzaName.EMITS).contains(event))
        .map(CheckedJob::name)
        .findFirst();
  }

  /** The unit of an event, made when it is first asked for. */
  Draft unit(String event) {
    String name = Units.event(event);
    boolean isNew = graph.others().stream().noneMatch(draft -> draft.name().equals(name));
    Draft draft = graph.other(name);
    units.put(event, name);
    if (isNew) {
      draft.add(Draft.UNIT, "Description", "Event " + event.replace("%", "%%"));
      oneshot(draft, "/bin/true");
    }
    return draft;
  }

  /** The units of the events that some job waits for, by event. */
  Map<String, String> units() {
    return units;
  }

  /** Makes a unit of one command, which can be run again and again. */
  static void oneshot(Draft draft, String command) {
    draft.add(Draft.UNIT, "StartLimitIntervalSec", "0");
    draft.add(Draft.SERVICE, "Type", "oneshot");
    draft.add(Draft.SERVICE, "ExecStart", command);
  }
}
