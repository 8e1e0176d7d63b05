package org.upstart4j.analysis.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.jobfile.SourceSpan;

/**
 * An event that a condition waits for.
 *
 * @param placed the stanza
 * @param event the event's name
 * @param nameSpan where the name stands
 * @param tests what its variables must be
 */
public record Awaited(Placed placed, String event, SourceSpan nameSpan, List<ValueTest> tests) {

  /** The variables of the events about jobs, in order; those of {@code export} follow. */
  public static final List<String> OF_JOB_EVENTS =
      List.of("JOB", "INSTANCE", "RESULT", "PROCESS", "EXIT_STATUS", "EXIT_SIGNAL");

  private static final Set<String> ABOUT_JOBS =
      Set.of("starting", "started", "stopping", "stopped");
  private static final Set<String> OF_ENDS = Set.of("stopping", "stopped");
  private static final List<String> OF_STARTS = OF_JOB_EVENTS.subList(0, 2);

  public Awaited {
    tests = List.copyOf(tests);
  }

  /** Whether it is one of the events that each job emits. */
  public boolean isAboutJob() {
    return ABOUT_JOBS.contains(event);
  }

  /** Whether it is what a job emits as it stops. */
  public boolean isAboutEnd() {
    return OF_ENDS.contains(event);
  }

  /**
   * The variables that Upstart itself gives to this event, in order; none unless it is about a job.
   */
  public List<String> jobVariables() {
    return isAboutEnd() ? OF_JOB_EVENTS : isAboutJob() ? OF_STARTS : List.of();
  }

  /** The job that an event about a job is about, if the condition names one. */
  public Optional<ValueTest> job() {
    return isAboutJob() ? test("JOB", OF_JOB_EVENTS) : Optional.empty();
  }

  /** The job's name, if it is given as a constant. */
  public Optional<String> jobName() {
    return job().filter(test -> test.isLiteral() && !test.negated()).map(ValueTest::value);
  }

  /**
   * The first test of a variable.
   *
   * @param inOrder the variables of the event, for tests by position
   */
  public Optional<ValueTest> test(String variable, List<String> inOrder) {
    return tests.stream().filter(test -> test.variable(inOrder).equals(variable)).findFirst();
  }

  /** From the name to the last test. */
  public SourceSpan span() {
    int end = tests.isEmpty() ? nameSpan.end() : tests.get(tests.size() - 1).span().end();
    return new SourceSpan(nameSpan.start(), end, nameSpan.line(), nameSpan.column());
  }

  /** The name and the tests, for messages. */
  public String text() {
    StringBuilder text = new StringBuilder(event);
    tests.forEach(test -> text.append(' ').append(test.text()));
    return text.toString();
  }
}
