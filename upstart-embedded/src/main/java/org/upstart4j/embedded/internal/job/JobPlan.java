package org.upstart4j.embedded.internal.job;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.internal.event.Condition;
import org.upstart4j.embedded.internal.variable.Imports;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDefinition.Command;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * What a job's files say, made ready for the engine. All instances of the job share it.
 *
 * @param definition what the files say
 * @param commands what the job's processes run
 * @param stopOn when its instances stop; null if no event stops them
 * @param needsCgroups whether it waits for a cgroup manager
 * @param imports which variables of events and calls reach it
 * @param exit0Fails whether a service that exits with 0 has failed
 */
public record JobPlan(
    JobDefinition definition,
    Map<ProcessType, Command> commands,
    @Nullable Condition stopOn,
    boolean needsCgroups,
    Imports imports,
    boolean exit0Fails) {

  static JobPlan of(JobDefinition definition, UpstartVersion version) {
    return new JobPlan(
        definition,
        definition.processes(),
        definition.stopOn().map(events -> new Condition(events, version)).orElse(null),
        !definition.cgroups().isEmpty(),
        Imports.of(definition, version),
        version.has(Feature.EXIT_0_FAILS));
  }

  public String name() {
    return definition.name();
  }

  public boolean has(ProcessType type) {
    return commands.containsKey(type);
  }

  public @Nullable Command command(ProcessType type) {
    return commands.get(type);
  }
}
