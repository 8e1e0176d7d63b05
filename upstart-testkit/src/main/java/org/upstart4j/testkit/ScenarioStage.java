package org.upstart4j.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.simulation.scenario.OutsideEvent;
import org.upstart4j.simulation.scenario.Scenario;

/**
 * Brings a scenario into a test.
 *
 * @param scenario the scenario
 */
record ScenarioStage(Scenario scenario) {

  boolean isEmpty() {
    return scenario == Scenario.EMPTY;
  }

  /** Adds the jobs that stand in for those that are missing. */
  void addJobs(EmbeddedUpstartBuilder upstart, @Nullable Path folder, Set<String> given) {
    if (scenario.jobs().isEmpty()) {
      return;
    }
    Set<String> known = new TreeSet<>(given);
    if (folder != null) {
      known.addAll(jobs(folder));
    }
    scenario
        .jobs()
        .forEach(
            (name, file) -> {
              if (!known.contains(name)) {
                upstart.job(name, file);
              }
            });
  }

  private static Set<String> jobs(Path folder) {
    try {
      return JobDirectory.of(folder).jobs();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Has the events come from outside, each at its time; those that are due come now. */
  void play(ScriptedMachine machine, EmbeddedUpstart upstart) {
    for (OutsideEvent event : scenario.events()) {
      machine.clock().after(event.after(), () -> upstart.execute(() -> emit(upstart, event)));
    }
    machine.settle();
  }

  /** Whether what the event sets off fails, the history tells. */
  private static void emit(EmbeddedUpstart upstart, OutsideEvent event) {
    var unused = upstart.emitAsync(event.event());
  }
}
