package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstart4j.Environment;

/**
 * The processes of one instance of a job, known by the variables that Upstart gives them: by these
 * a daemon is found that has left its parents, its group and its session.
 *
 * @param marks the variables that they all have; empty if none are known
 */
public record Family(Set<String> marks) {

  private static final Set<String> NAMES = Set.of("UPSTART_JOB", "UPSTART_INSTANCE");

  /**
   * Returns the family of processes.
   *
   * @param environment the variables of one of them
   * @return the family
   */
  public static Family of(Environment environment) {
    Set<String> marks =
        environment.entries().stream()
            .filter(entry -> NAMES.contains(entry.substring(0, entry.indexOf('='))))
            .map(entry -> new String(Words.bytes(entry), StandardCharsets.ISO_8859_1))
            .collect(Collectors.toUnmodifiableSet());
    return new Family(marks.size() == NAMES.size() ? marks : Set.of());
  }

  boolean has(ProcessEntry process) {
    if (marks.isEmpty()) {
      return false;
    }
    try {
      Path environ = Path.of("/proc", Integer.toString(process.pid()), "environ");
      String variables = Files.readString(environ, StandardCharsets.ISO_8859_1);
      return Arrays.asList(variables.split("\0", -1)).containsAll(marks);
    } catch (IOException goneOrForbidden) {
      return false;
    }
  }
}
