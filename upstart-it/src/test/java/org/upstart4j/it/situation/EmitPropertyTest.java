package org.upstart4j.it.situation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.JobStatus;
import org.upstart4j.UpstartException;
import org.upstart4j.Wait;
import org.upstart4j.analysis.Why;
import org.upstart4j.analysis.reason.Effect;
import org.upstart4j.analysis.reason.Knowledge;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ScriptedProcess;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.spi.LoggedMessage;
import org.upstart4j.state.UpstartState;

/** What an event would do is what the engine does when it handles that event. */
class EmitPropertyTest {

  private static final int FOLDERS = 400;
  private static final int EVENTS_EACH = 10;
  private static final int DEEDS_EACH = 4;

  @Test
  void whatAnEventWouldDoIsWhatTheEngineDoes() {
    List<String> wrong = new ArrayList<>();
    LongStream.range(0, FOLDERS).forEach(seed -> wrong.addAll(play(seed)));

    assertThat(wrong).isEmpty();
  }

  private static List<String> play(long seed) {
    RandomJobs jobs = new RandomJobs(seed);
    ManualClock clock = new ManualClock();
    ScriptedProcesses processes = new ScriptedProcesses(clock);
    // so that instances stay where they wait for a process
    processes.when(request -> jobs.below(2) == 0).neverEnds();
    EmbeddedUpstartBuilder builder = EmbeddedUpstart.builder().clock(clock).processes(processes);
    jobs.files().forEach(builder::job);
    List<String> wrong = new ArrayList<>();
    try (EmbeddedUpstart upstart = builder.build()) {
      for (int i = 0; i < EVENTS_EACH && wrong.isEmpty(); i++) {
        for (int j = 0; j < DEEDS_EACH; j++) {
          act(jobs, upstart, processes, clock);
        }
        clock.advance(Duration.ZERO);
        Event event = jobs.event();
        UpstartState state = UpstartState.parse(upstart.stateDump());
        List<String> foretold = foretold(state, event);
        int before = upstart.messages().size();
        upstart.emit(event, Wait.NO_WAIT);
        clock.advance(Duration.ZERO);
        List<String> done = done(upstart.messages(), before, event);
        if (!foretold.equals(done)) {
          wrong.add(
              "seed %d, event %d, %s: foretold %s, done %s%n%s"
                  .formatted(seed, i, event, foretold, done, new RandomJobs(seed).files()));
        }
      }
    }
    return wrong;
  }

  private static void act(
      RandomJobs jobs, EmbeddedUpstart upstart, ScriptedProcesses processes, ManualClock clock) {
    switch (jobs.deed()) {
      case EMIT -> upstart.emit(jobs.event(), Wait.NO_WAIT);
      case START -> start(upstart, jobs.job(), jobs.variables());
      case STOP -> stop(upstart, jobs.job(), jobs.variables());
      case END_PROCESS -> end(processes.running(), jobs);
      case LET_TIME_PASS -> clock.advance(Duration.ofSeconds(jobs.below(10)));
    }
    clock.advance(Duration.ZERO);
  }

  private static void start(EmbeddedUpstart upstart, String job, Environment variables) {
    try {
      upstart.job(job).start(variables, Wait.NO_WAIT);
    } catch (UpstartException refused) {
      // such as one that is started already
    }
  }

  private static void stop(EmbeddedUpstart upstart, String job, Environment variables) {
    try {
      upstart.job(job).stop(variables, Wait.NO_WAIT);
    } catch (UpstartException refused) {
      // such as one that is stopped already
    }
  }

  private static void end(List<ScriptedProcess> running, RandomJobs jobs) {
    if (!running.isEmpty()) {
      running.get(jobs.below(running.size())).exits(jobs.below(2));
    }
  }

  private static List<String> foretold(UpstartState state, Event event) {
    return Why.of(Knowledge.of(state)).emit(event).orElseThrow().stream()
        .flatMap(effect -> foretold(effect).stream())
        .toList();
  }

  private static List<String> foretold(Effect effect) {
    if (effect instanceof Effect.Starts starts) {
      return List.of(JobStatus.label(starts.job(), starts.instance()) + " to start");
    } else if (effect instanceof Effect.Stops stops) {
      return List.of(JobStatus.label(stops.job(), stops.instance()) + " to stop");
    }
    return List.of();
  }

  /** The goals that were changed from the handling of the event up to that of the next one. */
  private static List<String> done(List<LoggedMessage> messages, int before, Event event) {
    List<String> texts = messages.stream().map(LoggedMessage::text).skip(before).toList();
    int start = texts.indexOf("Handling " + event.name() + " event");
    return texts.subList(start + 1, texts.size()).stream()
        .takeWhile(text -> !text.startsWith("Handling "))
        .filter(text -> text.contains(" goal changed from "))
        .map(text -> text.replaceFirst(" goal changed from \\S+", ""))
        .toList();
  }
}
