package org.upstart4j.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.Event;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ScriptedProcess;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.simulation.scenario.OutsideEvent;
import org.upstart4j.simulation.scenario.Scenario;
import org.upstart4j.simulation.scenario.ScenarioPlay;

/** An engine on which a scenario is played, once. */
final class SimulationRun implements AutoCloseable {

  private final Target target;
  private final ManualClock clock = new ManualClock();
  private final ScriptedProcesses processes = new ScriptedProcesses(clock);
  private final Journal journal;
  private final ScenarioPlay play;
  private final EmbeddedUpstart upstart;
  private final Deque<Event> waiting = new ArrayDeque<>();

  SimulationRun(JobFolder folder, Target target, Scenario scenario, int most) {
    this.target = target;
    this.journal = new Journal(clock::elapsed, most);
    this.play = scenario.applyTo(processes);
    this.upstart =
        EmbeddedUpstart.builder()
            .jobs(folder)
            .version(target.version())
            .environment(Map.of("TERM", "linux"))
            .clock(clock)
            .processes(new SimulatedProcesses(processes, journal, scenario::isFor))
            .events(journal::passes)
            .build();
    upstart.hear(journal);
    for (OutsideEvent event : scenario.events()) {
      clock.after(event.after(), () -> upstart.execute(() -> emit(event.event(), () -> {})));
    }
  }

  /** Emits events, each when the one before has come to its end. */
  void emit(List<Event> events) {
    waiting.addAll(events);
    upstart.execute(this::emitNext);
  }

  private void emitNext() {
    Event next = waiting.poll();
    if (next != null) {
      emit(next, () -> upstart.execute(this::emitNext));
    }
  }

  private void emit(Event event, Runnable then) {
    journal.emit(
        () -> {
          var unused = upstart.emitAsync(event).whenComplete((done, failure) -> then.run());
        });
  }

  /** Goes on until nothing more happens, or a limit is reached; says which. */
  CourseEnd until(Duration longest) {
    clock.advance(Duration.ZERO);
    while (!journal.isFull()) {
      Optional<Duration> next = clock.next();
      if (next.isEmpty()) {
        return CourseEnd.QUIET;
      }
      if (clock.elapsed().plus(next.get()).compareTo(longest) > 0) {
        clock.advance(longest.minus(clock.elapsed()));
        return CourseEnd.TIME_LIMIT;
      }
      clock.advance(next.get());
    }
    return CourseEnd.MOMENT_LIMIT;
  }

  /** What has happened. */
  Course course(JobFolder folder, Set<String> standIns, CourseEnd end) {
    return new Course(
        new CourseSetting(folder, target, Set.copyOf(standIns), upstart.rejectedJobs()),
        new CourseOutcome(
            end, length(end), List.copyOf(waiting), play.unused(), lost(), upstart.stateDump()),
        journal.moments());
  }

  /** What killed processes would have done takes no time. */
  private Duration length(CourseEnd end) {
    List<Moment> moments = journal.moments();
    return end == CourseEnd.TIME_LIMIT || moments.isEmpty()
        ? clock.elapsed()
        : moments.get(moments.size() - 1).at();
  }

  private List<String> lost() {
    return processes.lost().stream()
        .map(ScriptedProcess::request)
        .map(request -> JobStatus.label(request.definition().name(), request.instance()))
        .distinct()
        .toList();
  }

  @Override
  public void close() {
    upstart.close();
  }
}
