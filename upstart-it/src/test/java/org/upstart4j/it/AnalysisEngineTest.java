package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Event;
import org.upstart4j.ProcessType;
import org.upstart4j.Wait;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/** What the analysis says of random folders is what the engine does. */
class AnalysisEngineTest {

  private static final List<String> JOBS = List.of("a", "b", "c", "d", "e");
  private static final List<Event> EVENTS =
      List.of(
          Event.of("filesystem"),
          Event.of("runlevel").with("RUNLEVEL", "2").with("PREVLEVEL", "N"),
          Event.of("runlevel").with("RUNLEVEL", "3").with("PREVLEVEL", "2"),
          Event.of("net-device-up").with("IFACE", "lo"),
          Event.of("net-device-up").with("IFACE", "eth0"));
  private static final int FOLDERS = 150;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aJobThatNeverStartsIsStartedByNoEvent(long seed) {
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < FOLDERS; i++) {
      Map<String, String> jobs = folder(random, List.of("started ", "started ", "stopped "));
      Set<String> never = found(Rule.NEVER_STARTS, jobs);
      found += never.size();
      List<Event> events = events(random);
      assertThat(startedBy(events, jobs)).as("%s", jobs).noneMatch(never::contains);
    }
    assertThat(found).as("jobs to look at").isGreaterThan(FOLDERS / 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void aJobThatStartsItselfRunsAgainAndAgainOrHangs(long seed) {
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < FOLDERS; i++) {
      Map<String, String> jobs = folder(random, List.of("stopped ", "stopping ", "started "));
      for (String job : found(Rule.STARTS_ITSELF, jobs)) {
        found++;
        assertThat(endsForGood(job, jobs)).as("%s in %s", job, jobs).isFalse();
      }
    }
    assertThat(found).as("jobs to look at").isGreaterThan(FOLDERS / 10);
  }

  /** Jobs on random conditions; services, and tasks that take a second. */
  private static Map<String, String> folder(Random random, List<String> events) {
    Map<String, String> jobs = new TreeMap<>();
    for (String job : JOBS) {
      String kind = random.nextBoolean() ? "task\nexec /bin/task\n" : "exec /bin/service\n";
      jobs.put(job, "start on " + condition(random, events) + "\n" + kind);
    }
    return jobs;
  }

  private static String condition(Random random, List<String> events) {
    List<String> words = new ArrayList<>();
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      words.add(part(random, events));
      words.add(i == parts - 1 ? "" : random.nextInt(3) == 0 ? "or" : "and");
    }
    return String.join(" ", words).strip();
  }

  private static String part(Random random, List<String> events) {
    return switch (random.nextInt(8)) {
      case 0 -> "filesystem";
      case 1 -> "runlevel 2 RUNLEVEL=" + (2 + random.nextInt(2));
      case 2 -> "net-device-up IFACE=lo IFACE!=" + (random.nextBoolean() ? "lo" : "eth*");
      default -> events.get(random.nextInt(events.size())) + JOBS.get(random.nextInt(JOBS.size()));
    };
  }

  private static Set<String> found(Rule rule, Map<String, String> jobs) {
    Map<String, JobFile> files = new TreeMap<>();
    jobs.forEach((name, text) -> files.put(name + ".conf", JobFile.parse(text)));
    return Check.of(Platform.UBUNTU_14_04).only(rule).check(JobFolder.of(files)).stream()
        .map(Finding::file)
        .map(file -> file.substring(0, file.indexOf('.')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Event> events(Random random) {
    List<Event> events = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      List<Event> shuffled = new ArrayList<>(EVENTS);
      Collections.shuffle(shuffled, random);
      events.addAll(shuffled);
    }
    return events;
  }

  /** The jobs of which a process ran. */
  private static Set<String> startedBy(List<Event> events, Map<String, String> jobs) {
    ManualClock clock = new ManualClock();
    ScriptedProcesses processes = processes(clock);
    try (EmbeddedUpstart upstart = upstart(jobs, processes, clock)) {
      for (Event event : events) {
        upstart.emit(event, Wait.NO_WAIT);
        clock.advance(Duration.ofSeconds(2));
      }
    }
    return processes.spawned().stream()
        .map(process -> process.request().definition().name())
        .collect(Collectors.toSet());
  }

  /** Whether a job that somebody starts and stops is stopped in the end, and stays so. */
  private static boolean endsForGood(String job, Map<String, String> jobs) {
    ManualClock clock = new ManualClock();
    ScriptedProcesses processes = processes(clock);
    try (EmbeddedUpstart upstart = upstart(jobs, processes, clock)) {
      upstart.job(job).start(Wait.NO_WAIT);
      if (upstart.job(job).status().toString().contains("start/running")) {
        upstart.job(job).stop(Wait.NO_WAIT);
      }
      clock.advance(Duration.ofSeconds(60));
      long before = runs(job, processes);
      clock.advance(Duration.ofSeconds(60));
      boolean isWaiting = upstart.job(job).status().toString().endsWith("stop/waiting");
      return isWaiting && runs(job, processes) == before;
    }
  }

  private static long runs(String job, ScriptedProcesses processes) {
    return processes.spawned().stream()
        .filter(process -> process.request().type() == ProcessType.MAIN)
        .filter(process -> process.request().definition().name().equals(job))
        .count();
  }

  private static ScriptedProcesses processes(ManualClock clock) {
    ScriptedProcesses processes = new ScriptedProcesses(clock);
    processes.when("/bin/task").after(Duration.ofSeconds(1)).exitsWith(0);
    processes.when("/bin/service").neverEnds();
    return processes;
  }

  private static EmbeddedUpstart upstart(
      Map<String, String> jobs, ScriptedProcesses processes, ManualClock clock) {
    EmbeddedUpstartBuilder builder = EmbeddedUpstart.builder().processes(processes).clock(clock);
    jobs.forEach(builder::job);
    return builder.build();
  }
}
