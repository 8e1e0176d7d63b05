package org.upstart4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.simulation.scenario.Scenario;

/** A simulation does what an engine does that has the folder on disk, and the same scripts. */
class SimulationOfFoldersTest {

  private static final String SCENARIO =
      """
      programs:
        - {program: one, ends-after: 2s, exits-with: 1}
        - {program: two, ends-after: 5s}
        - {program: three, forks: 1, emits: [e3 X=1]}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aSimulationEqualsTheEngine(long seed) throws IOException {
    write(new Random(seed));

    Course course =
        Simulation.of(JobDirectory.of(folder).read(), Samples.PLAIN)
            .with(Scenario.parse(SCENARIO))
            .withLongest(Duration.ofSeconds(30))
            .emit(Event.of("go").with("N", "1"));

    assertThat(states(course)).isEqualTo(engine());
  }

  private void write(Random random) throws IOException {
    for (int i = 0; i < 12; i++) {
      Files.writeString(folder.resolve("job" + i + ".conf"), job(random, i));
      if (random.nextInt(5) == 0) {
        Files.writeString(folder.resolve("job" + i + ".override"), "start on go or second\n");
      }
    }
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/x.conf"), "start on started job1\nexec two\n");
  }

  /** A job that waits only for jobs before it, so that all comes to rest. */
  private static String job(Random random, int number) {
    String before = "job" + random.nextInt(Math.max(1, number));
    List<String> causes =
        List.of("go", "started " + before, "stopped " + before, "starting " + before);
    StringBuilder text = new StringBuilder("start on " + pick(random, causes));
    if (random.nextBoolean()) {
      text.append(random.nextBoolean() ? " and " : " or ").append(pick(random, causes));
    }
    text.append('\n');
    if (random.nextInt(3) == 0) {
      text.append("stop on ").append(pick(random, List.of("e3", "second"))).append('\n');
    }
    text.append(pick(random, List.of("task\n", "respawn\n", "expect fork\n", "", "instance $N\n")));
    text.append("exec ").append(pick(random, List.of("one", "two", "three", "four"))).append('\n');
    if (random.nextInt(3) == 0) {
      text.append("pre-start exec ").append(pick(random, List.of("one", "two", "five")));
    }
    return text.append('\n').toString();
  }

  private static String pick(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<String> states(Course course) {
    List<String> lines = new ArrayList<>();
    for (Moment moment : course.moments()) {
      if (moment instanceof Moment.NewState state) {
        lines.add(line(state.at(), state.job(), state.instance(), state.state().name()));
      } else if (moment instanceof Moment.NewGoal goal) {
        lines.add(line(goal.at(), goal.job(), goal.instance(), goal.goal().toString()));
      }
    }
    return lines;
  }

  private static String line(Duration at, String job, String instance, String what) {
    return at + " " + JobStatus.label(job, instance) + " " + what;
  }

  private List<String> engine() {
    ManualClock clock = new ManualClock();
    ScriptedProcesses processes = new ScriptedProcesses(clock);
    Scenario.parse(SCENARIO).applyTo(processes);
    List<String> lines = new ArrayList<>();
    Map<String, String> variables = new TreeMap<>(Map.of("TERM", "linux"));
    try (EmbeddedUpstart upstart =
        EmbeddedUpstart.builder()
            .folder(folder)
            .environment(variables)
            .clock(clock)
            .processes(processes)
            .build()) {
      upstart.hear(
          new UpstartListener() {
            @Override
            public void goalChanged(String job, String instance, Goal goal) {
              lines.add(line(clock.elapsed(), job, instance, goal.toString()));
            }

            @Override
            public void stateChanged(String job, String instance, State state) {
              lines.add(line(clock.elapsed(), job, instance, state.name()));
            }
          });
      upstart.execute(
          () -> {
            var unused = upstart.emitAsync(Event.of("go").with("N", "1"));
          });
      clock.advance(Duration.ofSeconds(30));
      return List.copyOf(lines);
    }
  }
}
