package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.UnknownJobException;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;

/** An engine that touches nothing: jobs from memory, processes that a function scripts. */
class GivenFolderTest {

  private final ManualClock clock = new ManualClock();
  private final ScriptedProcesses processes = new ScriptedProcesses(clock);
  private final EmbeddedUpstartBuilder builder =
      EmbeddedUpstart.builder().clock(clock).processes(processes);
  private final List<EmbeddedUpstart> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(EmbeddedUpstart::close);
  }

  private EmbeddedUpstart upstart(String... pathsAndTexts) {
    Map<String, JobFile> files = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], JobFile.parse(pathsAndTexts[i + 1]));
    }
    EmbeddedUpstart upstart = builder.jobs(JobFolder.of(files)).build();
    open.add(upstart);
    return upstart;
  }

  @Test
  void theJobsOfAFolderInMemoryAreThere() {
    EmbeddedUpstart upstart = upstart("web.conf", "exec web\n", "net/up.conf", "exec up\n");

    assertThat(upstart.jobs()).extracting(Job::name).containsExactlyInAnyOrder("web", "net/up");
  }

  @Test
  void itsOverrideFilesCountWhereTheVersionReadsThem() {
    String[] files = {"web.conf", "start on go\nexec web\n", "web.override", "start on other\n"};
    builder.version(UpstartVersion.V0_6_5);
    EmbeddedUpstart old = upstart(files);
    builder.version(UpstartVersion.NEWEST);
    EmbeddedUpstart newest = upstart(files);

    old.emit("go");
    newest.emit("go");

    assertThat(old.job("web").status().isRunning()).isTrue();
    assertThat(newest.job("web").status().isRunning()).isFalse();
  }

  @Test
  void whatUpstartRejectsIsToldAndKeepsNothingElseAway() {
    EmbeddedUpstart upstart = upstart("bad.conf", "exce bad\n", "web.conf", "exec web\n");

    assertThat(upstart.rejectedJobs()).containsOnlyKeys("bad");
    assertThatThrownBy(() -> upstart.job("bad"))
        .isInstanceOf(UnknownJobException.class)
        .hasMessageContaining("No stanza is called");
    assertThat(upstart.job("web").name()).isEqualTo("web");
  }

  @Test
  void aFunctionSaysWhatProcessesDoThatNoScriptIsFor() {
    processes.when("scripted").neverEnds();
    processes.otherwise(
        request ->
            request.definition().name().equals("b")
                ? Optional.of(ProcessScript.of(request).after(Duration.ofSeconds(2)).exitsWith(1))
                : Optional.empty());
    EmbeddedUpstart upstart =
        upstart("a.conf", "exec scripted\n", "b.conf", "exec b\n", "c.conf", "exec c\n");

    upstart.jobs().forEach(Job::start);
    clock.advance(Duration.ofSeconds(3));

    assertThat(upstart.job("a").status().isRunning()).isTrue();
    assertThat(upstart.job("b").status().isRunning()).isFalse();
    assertThat(upstart.job("c").status().isRunning()).isTrue();
  }

  @Test
  void anEventThatMayNotPassIsFinishedWithoutAnyJobSeeingIt() {
    List<String> asked = new ArrayList<>();
    builder.events(
        event -> {
          asked.add(event.name());
          return !event.name().equals("go");
        });
    EmbeddedUpstart upstart = upstart("web.conf", "start on go or leave\nexec web\n");

    upstart.emit("go");
    assertThat(upstart.job("web").status().isRunning()).isFalse();
    upstart.emit(Event.of("leave"));

    assertThat(upstart.job("web").status().isRunning()).isTrue();
    assertThat(asked).containsExactly("go", "leave", "starting", "started");
  }

  @Test
  void theClockTellsWhenTheNextThingFallsDue() {
    List<String> done = new ArrayList<>();
    assertThat(clock.next()).isEmpty();

    clock.after(Duration.ofSeconds(5), () -> done.add("five"));
    clock.after(Duration.ofSeconds(2), () -> done.add("two"));
    assertThat(clock.next()).contains(Duration.ofSeconds(2));
    clock.advance(Duration.ofSeconds(2));

    assertThat(done).containsExactly("two");
    assertThat(clock.next()).contains(Duration.ofSeconds(3));
    assertThatThrownBy(() -> clock.after(Duration.ofSeconds(-1), () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
