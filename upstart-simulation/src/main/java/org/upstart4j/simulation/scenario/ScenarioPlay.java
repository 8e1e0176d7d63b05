package org.upstart4j.simulation.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.ProcessScript;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.embedded.process.SpawnRequest;

/** A scenario at work: counts how often each process was spawned. Thread-safe. */
public final class ScenarioPlay {

  private record Life(int rule, String job, String instance, ProcessType type) {}

  private final List<ProgramRule> rules;
  private final Map<Life, Integer> lives = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();

  ScenarioPlay(List<ProgramRule> rules, ScriptedProcesses processes) {
    this.rules = rules;
    processes.otherwise(this::script);
  }

  private synchronized Optional<ProcessScript> script(SpawnRequest request) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).isFor(request)) {
        used.add(i);
        return Optional.of(next(i, request).script(request));
      }
    }
    return OwnCommand.script(request);
  }

  private ProgramAct next(int rule, SpawnRequest request) {
    Life life = new Life(rule, request.definition().name(), request.instance(), request.type());
    int before = lives.merge(life, 1, Integer::sum) - 1;
    List<ProgramAct> acts = rules.get(rule).acts();
    return acts.get(Math.min(before, acts.size() - 1));
  }

  /**
   * {@return the entries of the scenario's own programs that were for no process so far, as its
   * keys say them: either they are spelled differently, or their jobs did not start}
   */
  public synchronized List<String> unused() {
    return rules.stream()
        .filter(rule -> !rule.isInherited() && !used.contains(rules.indexOf(rule)))
        .map(ProgramRule::toString)
        .toList();
  }
}
