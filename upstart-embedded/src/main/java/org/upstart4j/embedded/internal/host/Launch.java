package org.upstart4j.embedded.internal.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.process.JobOutput;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.Console;

/**
 * What is to be run, and how.
 *
 * @param definition the job, with the settings that its processes run under
 * @param instance the instance's name
 * @param type which process of the job it is
 * @param command the program and its arguments
 * @param script what the program reads from file descriptor 9
 * @param environment all its variables
 * @param log the file that its output goes to if the job's console is the log
 * @param output takes its output instead
 * @param rootFolder whether it begins in {@code /}
 */
public record Launch(
    JobDefinition definition,
    String instance,
    ProcessType type,
    List<String> command,
    Optional<String> script,
    Environment environment,
    Optional<Path> log,
    Optional<JobOutput> output,
    boolean rootFolder) {

  /** Says whether the job's settings apply: not to what loads its security profile. */
  boolean isSet() {
    return type != ProcessType.SECURITY;
  }

  /** Returns where its output goes. Who takes the output of jobs is their console, too. */
  Console console() {
    Console console = definition.console().orElse(Console.LOG);
    return console == Console.OUTPUT && output.isPresent() ? Console.LOG : console;
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
