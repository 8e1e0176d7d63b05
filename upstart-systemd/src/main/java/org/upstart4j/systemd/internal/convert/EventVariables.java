package org.upstart4j.systemd.internal.convert;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.internal.model.PlacedCondition;
import org.upstart4j.analysis.internal.model.ValueTest;
import org.upstart4j.analysis.internal.shell.ShellScript;
import org.upstart4j.analysis.internal.shell.WordPart;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.systemd.finding.ConversionCode;

/** The variables that a job's processes read and only the events that start or stop it give. */
final class EventVariables {

  private static final Set<String> OF_ENDS = Set.of("JOB", "RESULT", "EXIT_STATUS", "EXIT_SIGNAL");

  private final JobUnit job;
  private final Graph graph;

  EventVariables(JobUnit job, Graph graph) {
    this.job = job;
    this.graph = graph;
  }

  /** Says of each variable, once for each process, that no event gives it. */
  void find() {
    Set<String> given = given();
    for (Placed placed : job.job().processes().values()) {
      placed.script().ifPresent(script -> find(placed, script, given));
    }
  }

  private void find(Placed placed, ShellScript script, Set<String> given) {
    Map<String, WordPart.Parameter> first = new LinkedHashMap<>();
    script.variables().used().stream()
        .filter(used -> given.contains(used.name()))
        .filter(used -> !script.variables().assigned().contains(used.name()))
        .forEach(used -> first.putIfAbsent(used.name(), used));
    first.forEach(
        (name, used) -> {
          SourceSpan span = placed.process().orElseThrow().span(used.start(), used.end());
          job.found(placed, span, outcome(name));
        });
  }

  private static Outcome outcome(String name) {
    return Outcome.byHand(
            ConversionCode.EVENT_VARIABLE,
            "$%s comes from an event, and units hand none on".formatted(name))
        .remedy(
            OF_ENDS.contains(name)
                ? "MONITOR_UNIT, MONITOR_SERVICE_RESULT and MONITOR_EXIT_STATUS say it, from 251 on"
                : "write it into a file that the unit reads by EnvironmentFile=");
  }

  /** The variables of the events, without those that the job gives itself. */
  private Set<String> given() {
    Set<String> given = new HashSet<>(Set.of("UPSTART_EVENTS", "UPSTART_STOP_EVENTS"));
    Stream.of(job.job().startCondition(), job.job().stopCondition())
        .flatMap(condition -> condition.map(PlacedCondition::events).orElse(List.of()).stream())
        .forEach(event -> add(event, given));
    job.definition().env().forEach(variable -> given.remove(variable.split("=", 2)[0]));
    Instances.variable(job.definition()).ifPresent(given::remove);
    given.remove("");
    return given;
  }

  private void add(Awaited event, Set<String> given) {
    List<String> inOrder = graph.folder().providers().variables(event);
    given.addAll(inOrder);
    event.tests().stream().map((ValueTest test) -> test.variable(inOrder)).forEach(given::add);
  }
}
