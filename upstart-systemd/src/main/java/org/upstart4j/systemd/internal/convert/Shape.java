package org.upstart4j.systemd.internal.convert;

import java.util.Set;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;

/** What kind of unit a job becomes. */
enum Shape {
  /** A main process that stays. */
  SERVICE,
  /** A main process that runs to its end. */
  TASK,
  /** Other processes, but no main process: it stays up until it is stopped. */
  STATE,
  /** No process at all. */
  TARGET;

  static Shape of(JobDefinition definition) {
    Set<ProcessType> processes = definition.processes().keySet();
    if (processes.contains(ProcessType.MAIN)) {
      return definition.task() ? TASK : SERVICE;
    }
    return processes.contains(ProcessType.PRE_START)
            || processes.contains(ProcessType.POST_START)
            || processes.contains(ProcessType.POST_STOP)
        ? STATE
        : TARGET;
  }

  /** What the name of the unit ends with. */
  String suffix() {
    return this == TARGET ? ".target" : ".service";
  }
}
