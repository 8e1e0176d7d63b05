package org.upstart4j.systemd.internal.convert;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.ValueTest;

/**
 * What a condition wants of a runlevel.
 *
 * @param levels the runlevels that it takes
 * @param isOpen whether that hangs on a variable
 * @param isAboutPrevious whether it wants something of the runlevel before
 * @param atBoot whether the change from no runlevel at boot passes
 * @param others whether it wants something of other variables, too
 */
record Runlevels(
    Set<String> levels, boolean isOpen, boolean isAboutPrevious, boolean atBoot, boolean others) {

  /** In which more than one user can log in. */
  static final Set<String> MULTI_USER = Set.of("2", "3", "4", "5");

  /** That halt and restart the machine. */
  static final Set<String> DOWN = Set.of("0", "6");

  /** For one user. */
  static final Set<String> RESCUE = Set.of("1", "S");

  private static final List<String> ALL = List.of("0", "1", "2", "3", "4", "5", "6", "S");
  private static final List<String> IN_ORDER = List.of("RUNLEVEL", "PREVLEVEL");

  Runlevels {
    levels = Set.copyOf(levels);
  }

  /** Of a {@code runlevel} event. */
  static Runlevels of(Awaited awaited) {
    return of(awaited.tests(), IN_ORDER);
  }

  /** Of the variables that {@code rc} puts into its events. */
  static Runlevels ofJob(Awaited awaited) {
    List<ValueTest> tests =
        awaited.tests().stream()
            .filter(test -> !test.variable(Awaited.OF_JOB_EVENTS).equals("JOB"))
            .toList();
    return of(tests, List.of());
  }

  private static Runlevels of(List<ValueTest> tests, List<String> inOrder) {
    List<ValueTest> level = about("RUNLEVEL", tests, inOrder);
    List<ValueTest> previous = about("PREVLEVEL", tests, inOrder);
    boolean isOpen =
        Stream.concat(level.stream(), previous.stream()).anyMatch(ValueTest::isVariable);
    Set<String> taken =
        ALL.stream()
            .filter(one -> isOpen || level.stream().allMatch(test -> test.passes(one)))
            .collect(Collectors.toSet());
    boolean boots = previous.stream().allMatch(test -> !isOpen && test.passes("N"));
    boolean others = tests.size() > level.size() + previous.size();
    return new Runlevels(taken, isOpen, !previous.isEmpty(), boots, others);
  }

  private static List<ValueTest> about(
      String variable, List<ValueTest> tests, List<String> inOrder) {
    return tests.stream().filter(test -> test.variable(inOrder).equals(variable)).toList();
  }

  boolean hasAny(Set<String> some) {
    return some.stream().anyMatch(levels::contains);
  }

  boolean hasAll(Set<String> some) {
    return levels.containsAll(some);
  }
}
