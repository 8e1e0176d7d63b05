package org.upstart4j.simulation.scenario;

import java.time.Duration;
import java.util.List;

/**
 * A command that a process runs: initctl, start, stop, restart, reload or status.
 *
 * @param after how long after the process's begin
 * @param words the command and its arguments, in which {@code $NAME} stands for a variable
 */
record ProgramStep(Duration after, List<String> words) {

  ProgramStep {
    words = List.copyOf(words);
  }
}
