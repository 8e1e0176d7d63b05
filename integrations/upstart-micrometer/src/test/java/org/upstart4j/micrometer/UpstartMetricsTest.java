package org.upstart4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.Wait;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobFile;

class UpstartMetricsTest {

  /** So that only the tests ask. */
  private static final MetricOptions SELDOM = MetricOptions.USUAL.every(Duration.ofDays(1));

  private final ManualClock clock = new ManualClock();
  private final ScriptedProcesses processes = new ScriptedProcesses(clock);
  private final MockClock time = new MockClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, time);
  private final EmbeddedUpstartBuilder builder =
      EmbeddedUpstart.builder().clock(clock).processes(processes).environment(Map.of());
  private EmbeddedUpstart upstart;
  private UpstartMetrics metrics;

  @AfterEach
  void close() {
    metrics.close();
    upstart.close();
  }

  private void job(String name, String... lines) {
    builder.job(name, JobFile.parse(String.join("\n", lines) + "\n"));
  }

  private void observe(MetricOptions options) {
    upstart = builder.build();
    metrics = new UpstartMetrics(upstart, options, time);
    // without its threads
    metrics.tell(registry);
    metrics.look();
  }

  private void start(String job) {
    start(job, Environment.EMPTY);
  }

  private void start(String job, Environment environment) {
    upstart.job(job).start(environment, Wait.NO_WAIT);
    clock.advance(Duration.ZERO);
  }

  private void await(String name, String... series) {
    Numbers.await(registry, name, series);
  }

  @Test
  void jobsAreCountedByTheirStates() {
    job("web", "exec web");
    job("db", "exec db");
    job("idle", "exec idle");
    observe(SELDOM);
    await("upstart.jobs", "state=waiting 3");

    start("web");
    start("db");
    metrics.look();

    await("upstart.jobs", "state=running 2", "state=waiting 1");
    await("upstart.up", "1");
    await("upstart.info", "transport=embedded version=1.13.2 1");
  }

  @Test
  void aJobHasOneSeriesThatSaysWhetherItRuns() {
    job("web", "exec web");
    job("idle", "exec idle");
    observe(SELDOM);
    start("web");
    metrics.look();

    await("upstart.job.running", "name=idle 0", "name=web 1");
    assertThat(Numbers.of(registry, "upstart.job.state")).isEmpty();
  }

  @Test
  void statesAreSeriesOfAJobOnlyIfAskedFor() {
    job("web", "exec web");
    observe(SELDOM.withStates());
    await("upstart.job.state", "name=web state=waiting 1");

    start("web");
    metrics.look();

    await("upstart.job.state", "name=web state=running 1");
  }

  @Test
  void instancesHaveNoSeriesUnlessAskedFor() {
    job("web", "instance $N", "exec web");
    observe(SELDOM);
    start("web", Environment.of("N", "1"));
    start("web", Environment.of("N", "2"));
    metrics.look();
    await("upstart.job.running", "name=web 1");
    await("upstart.jobs", "state=running 2", "state=waiting 0");

    metrics.close();
    metrics = new UpstartMetrics(upstart, SELDOM.withInstances(), time);
    metrics.tell(registry);
    metrics.look();

    await("upstart.job.running", "job.instance=1 name=web 1", "job.instance=2 name=web 1");
  }

  @Test
  void startsAndTheTimeThatTheyTakeAreCounted() {
    job("web", "pre-start exec prepare", "exec web");
    processes.when("web", ProcessType.PRE_START).neverEnds();
    observe(SELDOM);
    start("web");
    await("upstart.job.starts", "name=web 1");

    time.add(Duration.ofSeconds(3));
    processes.last("web", ProcessType.PRE_START).exits(0);
    clock.advance(Duration.ZERO);

    // how many, all together, the longest
    await("upstart.job.starting", "name=web 1", "name=web 3", "name=web 3");
    metrics.look();
    await("upstart.job.start.time", "name=web 3.001");
    await("upstart.job.starts", "name=web 1");
  }

  @Test
  void aRespawnIsNoStart() {
    job("web", "respawn", "exec web");
    observe(SELDOM);
    start("web");

    processes.last("web", ProcessType.MAIN).exits(1);
    clock.advance(Duration.ZERO);
    processes.last("web", ProcessType.MAIN).isKilledBy(new Signal(11));
    clock.advance(Duration.ZERO);

    await("upstart.job.respawns", "name=web 2");
    await("upstart.job.starts", "name=web 1");
    assertThat(Numbers.of(registry, "upstart.job.failures")).isEmpty();
  }

  @Test
  void aRestartIsAStart() {
    job("web", "exec web");
    observe(SELDOM);
    start("web");

    upstart.job("web").restart(Environment.EMPTY, Wait.atMost(Duration.ofMinutes(1)));

    await("upstart.job.starts", "name=web 2");
    assertThat(Numbers.of(registry, "upstart.job.respawns")).isEmpty();
  }

  @Test
  void failuresSayWhichProcessAndWhy() {
    job("exits", "exec exits");
    job("killed", "exec killed");
    job("missing", "exec missing");
    job("unprepared", "pre-start exec prepare", "exec unprepared");
    job("storm", "respawn", "respawn limit 1 5", "exec storm");
    processes.when("exits").exitsWith(3);
    processes.when("killed").isKilledBy(Signal.KILL);
    processes.when("missing").cannotBeSpawned("No such file or directory");
    processes.when("prepare").exitsWith(1);
    processes.when("storm").exitsWith(1);
    observe(SELDOM);

    for (String job : new String[] {"exits", "killed", "missing", "unprepared", "storm"}) {
      start(job);
    }

    await(
        "upstart.job.failures",
        "cause=exit name=exits process=main 1",
        "cause=exit name=unprepared process=pre-start 1",
        "cause=not-run name=missing process=main 1",
        "cause=respawn-limit name=storm process=main 1",
        "cause=signal name=killed process=main 1");
  }

  @Test
  void eventsAreCountedByTheirNamesUpToABound() {
    observe(SELDOM.atMost(500, 2));

    for (String event : new String[] {"one", "two", "two", "three", "four"}) {
      upstart.emit(Event.of(event), Wait.NO_WAIT);
      clock.advance(Duration.ZERO);
    }

    await("upstart.events", "event=one 1", "event=other 2", "event=two 2");
  }

  @Test
  void jobsBeyondTheBoundShareTheSeriesOfOther() {
    job("a", "exec a");
    job("b", "exec b");
    job("c", "exec c");
    observe(SELDOM.atMost(1, 0));
    for (String job : new String[] {"a", "b", "c"}) {
      start(job);
    }
    metrics.look();

    assertThat(Numbers.of(registry, "upstart.job.running"))
        .hasSize(2)
        .contains("name=other 2")
        .anyMatch(series -> series.matches("name=[abc] 1"));
    Numbers.await(() -> starts().size() == 2 && starts().contains("name=other 2"));
    assertThat(starts()).hasSize(2).contains("name=other 2");
  }

  private List<String> starts() {
    return Numbers.of(registry, "upstart.job.starts");
  }

  @Test
  void patternsSayWhichJobsHaveSeries() {
    job("web-1", "exec a");
    job("web-2", "exec a");
    job("tty", "exec a");
    observe(SELDOM.including("web-*").excluding("*-2"));
    start("tty");
    start("web-1");
    metrics.look();

    await("upstart.job.running", "name=web-1 1");
    await("upstart.job.starts", "name=web-1 1");
    await("upstart.jobs", "state=running 2", "state=waiting 1");
  }

  @Test
  void theSeriesOfAJobGoWithIt(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("web.conf"), "exec web\n");
    builder.folder(folder);
    observe(SELDOM.withStates());
    start("web");
    metrics.look();
    await("upstart.job.starting", "name=web 0", "name=web 0", "name=web 1");
    metrics.look();
    await("upstart.job.start.time", "name=web 0.001");

    upstart.job("web").stop(Environment.EMPTY, Wait.NO_WAIT);
    Files.delete(file);
    upstart.reloadConfiguration();
    clock.advance(Duration.ZERO);
    metrics.look();

    assertThat(registry.getMeters()).noneMatch(meter -> "web".equals(meter.getId().getTag("name")));
  }

  @Test
  void nothingIsSaidOfJobsWhileUpstartDoesNotAnswer() {
    job("web", "exec web");
    observe(SELDOM.withStates());
    start("web");
    await("upstart.job.starts", "name=web 1");
    metrics.look();

    upstart.close();
    metrics.look();

    await("upstart.up", "0");
    await("upstart.job.running");
    await("upstart.job.state");
    await("upstart.jobs");
    await("upstart.info");
    await("upstart.job.starts", "name=web 1");
    assertThat(metrics.failure()).isPresent();
  }

  @Test
  void aHungUpstartHangsNobodyWhoReadsAndDoesNotCountAsUp() {
    job("web", "exec web");
    upstart = builder.build();
    try (Hanging hanging = new Hanging(upstart)) {
      MetricOptions soon =
          MetricOptions.USUAL.every(Duration.ofMillis(1)).within(Duration.ofMillis(50));
      metrics = UpstartMetrics.of(hanging.upstart(), soon);
      metrics.bindTo(registry);
      await("upstart.up", "1");

      hanging.hang();

      await("upstart.up", "0");
      await("upstart.job.running");
      assertThat(metrics.failure()).get().asString().contains("Timed out");
      hanging.close();
      await("upstart.up", "1");
      await("upstart.job.running", "name=web 0");
    }
  }

  @Test
  void twoRegistriesGetTheSameNumbers() {
    job("web", "exec web");
    SimpleMeterRegistry other = new SimpleMeterRegistry();
    observe(SELDOM);
    metrics.tell(other);
    Numbers.await(other, "upstart.job.running", "name=web 0");

    start("web");
    metrics.look();

    Numbers.await(other, "upstart.job.starts", "name=web 1");
    await("upstart.job.starts", "name=web 1");
    Numbers.await(other, "upstart.job.running", "name=web 1");
  }

  @Test
  void bindingTwiceCountsOnce() {
    job("web", "exec web");
    observe(SELDOM);
    metrics.bindTo(registry);
    metrics.bindTo(registry);

    start("web");

    await("upstart.job.starts", "name=web 1");
  }

  @Test
  void closingRemovesAllAndNothingComesBack() {
    job("web", "exec web");
    observe(SELDOM.withStates().withInstances());
    start("web");
    await("upstart.job.starts", "job.instance= name=web 1");

    metrics.close();
    metrics.look();

    assertThat(registry.getMeters()).isEmpty();
    assertThatThrownBy(() -> metrics.bindTo(registry)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tagsOfTheUsersAreOnAllSeries() {
    job("web", "exec web");
    observe(SELDOM.tagged(Tags.of("site", "north")));
    start("web");
    await("upstart.job.starts", "name=web site=north 1");

    assertThat(registry.getMeters())
        .isNotEmpty()
        .allMatch(meter -> "north".equals(meter.getId().getTag("site")));
  }
}
