package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Event;

/** Boots, and what has failed. */
class BootTest {

  private final ManualClock clock = new ManualClock();
  private final ScriptedProcesses processes = new ScriptedProcesses(clock);
  private @Nullable EmbeddedUpstart upstart;

  private EmbeddedUpstart engine(String... jobs) {
    EmbeddedUpstartBuilder builder = EmbeddedUpstart.builder().clock(clock).processes(processes);
    for (int i = 0; i < jobs.length; i += 2) {
      builder.job(jobs[i], jobs[i + 1]);
    }
    upstart = builder.build();
    return upstart;
  }

  @AfterEach
  void close() {
    if (upstart != null) {
      upstart.close();
    }
  }

  private static List<Event> events(String... names) {
    return List.of(names).stream().map(Event::of).toList();
  }

  private boolean runs(String job) {
    return upstart.job(job).status().isRunning();
  }

  @Test
  void itIsOverWhenWhatItHasSetOffRests() {
    processes.when("work").after(Duration.ofSeconds(3)).exitsWith(0);
    engine("task", "start on one\ntask\nexec work\n", "web", "start on stopped task\nexec web\n");

    CompletableFuture<?> boot = upstart.boot(events("one", "two"));
    clock.advance(Duration.ofSeconds(2));
    assertThat(boot).isNotDone();
    assertThat(upstart.isBooting()).isTrue();

    clock.advance(Duration.ofSeconds(1));
    boot.join();
    assertThat(upstart.isBooting()).isFalse();
    assertThat(runs("web")).isTrue();
  }

  @Test
  void aHookIsWaitedForAndOtherEventsAreNot() {
    processes.when("work").after(Duration.ofSeconds(3)).exitsWith(0);
    engine(
        "slow", "start on first\ntask\nexec work\n",
        "hook", "start on mounted\ntask\nexec work\n",
        "early", "start on second\nexec early\n",
        "late", "start on third\nexec late\n");

    CompletableFuture<?> boot = upstart.boot(events("first", "second", "mounted", "third"));
    clock.advance(Duration.ZERO);
    assertThat(runs("early")).isTrue();
    assertThat(runs("late")).isFalse();

    clock.advance(Duration.ofSeconds(3));
    boot.join();
    assertThat(runs("late")).isTrue();
  }

  @Test
  void anEventThatHalfOfAnAndHoldsHoldsUpNothing() {
    engine("half", "start on mounted and never\nexec half\n", "web", "start on go\nexec web\n");

    upstart.boot(events("mounted", "go")).join();

    assertThat(runs("web")).isTrue();
    assertThat(runs("half")).isFalse();
  }

  @Test
  void afterItsEndNothingMoreIsEmitted() {
    processes.when("hook").neverEnds();
    engine("hook", "start on mounted\ntask\nexec hook\n", "web", "start on go\nexec web\n");
    CompletableFuture<?> boot = upstart.boot(events("mounted", "go"));

    upstart.endBoot();
    boot.join();
    upstart.job("hook").stop();

    assertThat(upstart.isBooting()).isFalse();
    assertThat(runs("web")).isFalse();
  }

  @Test
  void noEventsAreABootAsWell() {
    engine().boot(List.of()).join();

    assertThat(upstart.isBooting()).isFalse();
  }

  @Test
  void aFailureIsKnownUntilTheJobRunsAgain() {
    processes.when("web").exitsWith(3);
    engine("web", "instance $N\nenv N=1\nexec web\n", "bad", "pre-start exec web\n");
    upstart.boot(events("nothing")).join();
    assertThat(upstart.failures()).isEmpty();

    upstart.job("web").startAsync();
    upstart.job("bad").startAsync();
    clock.advance(Duration.ofSeconds(1));
    assertThat(upstart.failures())
        .isEqualTo(
            Map.of(
                "web (1)", "its main process exited with status 3",
                "bad", "its pre-start process exited with status 3"));

    processes.when("web").neverEnds();
    upstart.job("web").start();
    assertThat(upstart.failures()).containsOnlyKeys("bad");
  }
}
