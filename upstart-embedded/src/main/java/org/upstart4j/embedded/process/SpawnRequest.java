package org.upstart4j.embedded.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;

/**
 * A process that the engine wants to run.
 *
 * @param definition the job, with the settings that its processes run under
 * @param instance the instance's name; empty if the job has only one
 * @param type which process of the job it is
 * @param command the program and its arguments; never empty
 * @param script what the program reads from file descriptor 9, if it is a shell that runs a longer
 *     script
 * @param environment all its variables
 * @param log where its output goes if the job's console is the log
 * @param rootFolder whether the process begins in {@code /} unless the job says otherwise, as those
 *     of process 1 do; those of a session begin where the engine is
 */
public record SpawnRequest(
    JobDefinition definition,
    String instance,
    ProcessType type,
    List<String> command,
    Optional<String> script,
    Environment environment,
    Optional<Path> log,
    boolean rootFolder) {

  /**
   * Makes a request.
   *
   * @param definition the job
   * @param instance the instance's name
   * @param type which process of the job it is
   * @param command the program and its arguments
   * @param script what the program reads from file descriptor 9
   * @param environment all its variables
   * @param log where its output goes
   * @param rootFolder whether it begins in {@code /}
   */
  public SpawnRequest {
    command = List.copyOf(command);
  }
}
