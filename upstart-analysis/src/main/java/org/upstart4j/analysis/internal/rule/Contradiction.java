package org.upstart4j.analysis.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Providers;
import org.upstart4j.analysis.internal.model.ValueTest;

/**
 * Tests that no event passes, whatever happens.
 *
 * @param message what is wrong
 * @param reason what comes of it, and what to write instead
 */
record Contradiction(String message, String reason) {

  /** What is wrong with the tests of an event, if none can pass them. */
  static Optional<Contradiction> of(Awaited awaited, Providers providers) {
    return awaited.tests().size() < 2
        ? Optional.empty()
        : ofInstance(awaited, providers).or(() -> ofValues(awaited, providers));
  }

  /** An instance of a job that has none: often a second job is meant. */
  private static Optional<Contradiction> ofInstance(Awaited awaited, Providers providers) {
    Optional<String> job = awaited.jobName().filter(name -> hasNoInstances(name, providers));
    return awaited
        .test("INSTANCE", awaited.jobVariables())
        .filter(test -> job.isPresent() && !test.isVariable() && !test.passes(""))
        .map(
            test ->
                new Contradiction(
                    "\"%s\" has no instance \"%s\"".formatted(job.get(), test.value()),
                    ("The second word after \"%s\" names an instance of the job, so this never"
                            + " comes true. Two jobs are joined by \"and\" or \"or\", each with an"
                            + " event of its own.")
                        .formatted(awaited.event())));
  }

  private static boolean hasNoInstances(String job, Providers providers) {
    Optional<CheckedJob> found = providers.job(job);
    return found.isPresent() && found.get().instance().isEmpty();
  }

  private static Optional<Contradiction> ofValues(Awaited awaited, Providers providers) {
    List<String> inOrder = providers.variables(awaited);
    Map<String, List<ValueTest>> byVariable = new TreeMap<>();
    for (ValueTest test : awaited.tests()) {
      if (!test.isVariable()) {
        byVariable.computeIfAbsent(test.variable(inOrder), name -> new ArrayList<>()).add(test);
      }
    }
    byVariable.remove("");
    return byVariable.entrySet().stream()
        .filter(entry -> isContradiction(entry.getValue()))
        .map(entry -> ofValues(awaited, entry.getKey()))
        .findFirst();
  }

  private static boolean isContradiction(List<ValueTest> tests) {
    Optional<String> wanted =
        tests.stream()
            .filter(test -> test.isLiteral() && !test.negated())
            .map(ValueTest::value)
            .findFirst();
    return wanted.isPresent() && !tests.stream().allMatch(test -> test.passes(wanted.get()));
  }

  private static Contradiction ofValues(Awaited awaited, String variable) {
    return new Contradiction(
        "\"%s\" wants two values of \"%s\" at once".formatted(awaited.text(), variable),
        "A variable has one value in an event, so this never comes true. Write the event once for"
            + " each value, joined by \"and\" or \"or\".");
  }
}
