package org.upstart4j.embedded.internal.job;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.internal.event.Condition;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDefinition.Command;

/**
 * What a job's files say, made ready for the engine. All instances of the job share it.
 *
 * @param definition what the files say
 * @param commands what the job's processes run
 * @param stopOn when its instances stop; null if no event stops them
 * @param needsCgroups whether it waits for a cgroup manager
 */
public record JobPlan(
    JobDefinition definition,
    Map<ProcessType, Command> commands,
    @Nullable Condition stopOn,
    boolean needsCgroups) {

  static JobPlan of(JobDefinition definition) {
    return new JobPlan(
        definition,
        definition.processes(),
        definition.stopOn().map(Condition::new).orElse(null),
        !definition.cgroups().isEmpty());
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
