package org.upstart4j.picture.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.ExitStatus;
import org.upstart4j.State;
import org.upstart4j.picture.Svg;

/** What holds whatever is told, in an order that makes sense or in none. */
class TimelinePropertyTest {

  private static final List<String> JOBS = List.of("a", "b", "c", "d");
  private static final List<State> STATES =
      List.of(
          State.WAITING,
          State.STARTING,
          State.PRE_START,
          State.SPAWNED,
          State.RUNNING,
          State.PRE_STOP,
          State.STOPPING,
          State.KILLED,
          State.POST_STOP);

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private static Timeline timeline(long seed) {
    Random random = new Random(seed);
    Told told = new Told().job("a", "e1 and e2", "stopped b").job("b", "started a or e2");
    told.job("c", "starting b", "stopping b").job("d", "e1 and started c", "e2");
    boolean tellsEmissions = random.nextBoolean();
    double now = 0;
    for (int i = 0; i < 150; i++) {
      now += random.nextInt(4) == 0 ? random.nextInt(3000) / 1000.0 : 0;
      told.at(now);
      step(told, random, tellsEmissions);
    }
    return told.timeline();
  }

  private static void step(Told told, Random random, boolean tellsEmissions) {
    String job = JOBS.get(random.nextInt(JOBS.size()));
    String event = random.nextBoolean() ? "e1" : "e2";
    switch (random.nextInt(10)) {
      case 0 -> told.start(job);
      case 1 -> told.stop(job);
      case 2 -> told.failed(job, ExitStatus.of(random.nextInt(3)));
      case 3 -> told.finished(event);
      case 4 -> told.finished("started JOB=" + job + " INSTANCE=");
      case 5 -> {
        if (tellsEmissions) {
          told.outside(event);
        }
      }
      case 6 -> {
        if (tellsEmissions) {
          told.own("started", job);
        }
      }
      default -> told.is(job, STATES.get(random.nextInt(STATES.size())));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void segmentsCoverALifeWithoutOverlaps(long seed) {
    for (Row row : timeline(seed).rows()) {
      for (Life life : row.lives()) {
        Duration end = life.from();
        for (Segment segment : life.segments()) {
          assertThat(segment.from()).isEqualTo(end);
          assertThat(segment.to()).isGreaterThan(segment.from());
          end = segment.to();
        }
        assertThat(end).isEqualTo(life.to());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void livesOfARowDoNotOverlap(long seed) {
    for (Row row : timeline(seed).rows()) {
      Duration end = Duration.ZERO;
      for (Life life : row.lives()) {
        assertThat(life.from()).isGreaterThanOrEqualTo(end);
        end = life.to();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void waitingWorkingAndRunningAddUp(long seed) {
    for (Row row : timeline(seed).rows()) {
      Duration length =
          row.lives().stream()
              .map(life -> life.to().minus(life.from()))
              .reduce(Duration.ZERO, Duration::plus);
      assertThat(
              row.time(Segment.Kind.WAITED)
                  .plus(row.time(Segment.Kind.WORKED))
                  .plus(row.time(Segment.Kind.RAN)))
          .isEqualTo(length);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noCauseIsLaterThanItsEffect(long seed) {
    for (Row row : timeline(seed).rows()) {
      for (Life life : row.lives()) {
        life.startedBy()
            .forEach(cause -> assertThat(cause.event().at()).isLessThanOrEqualTo(life.started()));
        life.stoppedBy()
            .forEach(cause -> assertThat(cause.event().at()).isLessThanOrEqualTo(life.to()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameRecordingGivesTheSamePicture(long seed) {
    assertThat(Svg.of(timeline(seed))).isEqualTo(Svg.of(timeline(seed)));
  }
}
