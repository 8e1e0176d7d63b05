package org.upstart4j.embedded.internal.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;

/**
 * What is to be run, and how.
 *
 * @param definition the job, with the settings that its processes run under
 * @param type which process of the job it is
 * @param command the program and its arguments
 * @param script what the program reads from file descriptor 9
 * @param environment all its variables
 * @param log where its output goes if the job's console is the log
 * @param rootFolder whether it begins in {@code /}
 */
public record Launch(
    JobDefinition definition,
    ProcessType type,
    List<String> command,
    Optional<String> script,
    Environment environment,
    Optional<Path> log,
    boolean rootFolder) {

  /** Says whether the job's settings apply: not to what loads its security profile. */
  boolean isSet() {
    return type != ProcessType.SECURITY;
  }

  /** Returns the folder in which it begins; empty if that is where this process is. */
  Optional<String> folder() {
    Optional<String> folder = isSet() ? definition.chdir() : Optional.empty();
    return folder.isPresent() || !rootFolder ? folder : Optional.of("/");
  }

  /** Returns the folder in which relative paths begin. */
  Path base() {
    return rootFolder ? Path.of("/") : Path.of("").toAbsolutePath();
  }
}
