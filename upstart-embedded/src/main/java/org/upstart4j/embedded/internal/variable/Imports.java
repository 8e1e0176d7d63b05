package org.upstart4j.embedded.internal.variable;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.upstart4j.Environment;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * Which variables of events and calls reach a job. On ChromeOS only those that its {@code import}
 * stanzas name, and Upstart's own; elsewhere all.
 *
 * @param all whether all do
 * @param names those that do, if not all
 */
public record Imports(boolean all, Set<String> names) {

  private static final Imports ALL = new Imports(true, Set.of());

  /** Only Upstart itself sets these; and whatever begins with UPSTART_. */
  private static final Set<String> OWN =
      Set.of("JOB", "INSTANCE", "RESULT", "PROCESS", "EXIT_SIGNAL", "EXIT_STATUS");

  public static Imports of(JobDefinition job, UpstartVersion version) {
    return version.has(Feature.IMPORT) ? new Imports(false, Set.copyOf(job.imports())) : ALL;
  }

  /** The variables of an event that reach the job. */
  public List<String> ofEvent(List<String> entries) {
    return all ? entries : only(entries, name -> names.contains(name) || isOwn(name));
  }

  /** The variables of a call that reach the job. */
  public List<String> ofCall(List<String> entries) {
    return all ? entries : only(entries, name -> names.contains(name) && !isOwn(name));
  }

  /** What somebody outside may give to an event. */
  public static Environment ofOutside(Environment environment, UpstartVersion version) {
    return version.has(Feature.IMPORT)
        ? Environment.parse(only(environment.entries(), name -> !isOwn(name)))
        : environment;
  }

  private static List<String> only(List<String> entries, Predicate<String> wanted) {
    return entries.stream()
        .filter(entry -> wanted.test(entry.substring(0, entry.indexOf('='))))
        .toList();
  }

  private static boolean isOwn(String name) {
    return OWN.contains(name) || name.startsWith("UPSTART_");
  }
}
