package org.upstart4j.jobfile.internal.rule;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;

/**
 * A process's command or script.
 *
 * @param script whether it is a script
 * @param text the command or script; null if it was lost in a stanza that was rejected
 */
public record ProcessText(boolean script, @Nullable String text) {

  /** The processes of the job. */
  public static final Setting<SortedMap<ProcessType, ProcessText>> ALL = Setting.map("processes");

  /** The change that gives a job this text for a process. */
  Change forProcess(ProcessType process) {
    return job -> job.update(ALL, process, old -> this);
  }

  /** The change that makes sure that there is the process, if only without a command. */
  static Change atLeast(ProcessType process) {
    return job -> job.update(ALL, process, old -> old.orElse(new ProcessText(false, null)));
  }
}
