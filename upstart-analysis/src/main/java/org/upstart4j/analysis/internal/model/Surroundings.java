package org.upstart4j.analysis.internal.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.platform.ShellSyntax;
import org.upstart4j.jobfile.JobFolder;

/**
 * What a check knows beside the folder itself.
 *
 * @param shells what reads scripts
 * @param sysvScripts the names of the scripts of SysV init
 * @param context files that only provide jobs and events
 */
public record Surroundings(
    Optional<ShellSyntax> shells, Set<String> sysvScripts, JobFolder context) {

  /** Nothing beside the folder. */
  public static final Surroundings UNKNOWN =
      new Surroundings(Optional.empty(), Set.of(), JobFolder.of(Map.of()));

  public Surroundings {
    sysvScripts = Set.copyOf(sysvScripts);
  }

  public Surroundings withShells(ShellSyntax other) {
    return new Surroundings(Optional.of(other), sysvScripts, context);
  }

  public Surroundings withSysvScripts(Set<String> names) {
    return new Surroundings(shells, names, context);
  }

  public Surroundings withContext(JobFolder other) {
    return new Surroundings(shells, sysvScripts, other);
  }
}
