package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;
import org.upstart4j.Wait;
import org.upstart4j.jobfile.JobFile;

/**
 * Many jobs that start on one event, with real processes. {@code -Dupstart.jobs=2000} has it done
 * with more of them.
 */
class ManyJobsTest {

  private static final int JOBS = Integer.getInteger("upstart.jobs", 200);

  /** What the engine may need however many jobs there are: its pools, and the system's own. */
  private static final int FEW = 40;

  @Test
  void neitherThreadsNorDescriptorsGrowWithThem() {
    try (EmbeddedUpstart upstart = many().build()) {
      int threads = ownThreads();
      int descriptors = descriptors();

      upstart.emit(Event.of("go"), Wait.FOREVER);

      List<JobStatus> statuses = upstart.statuses();
      assertThat(statuses)
          .hasSize(JOBS)
          .allSatisfy(status -> assertThat(status.state()).isEqualTo(State.RUNNING))
          .allSatisfy(status -> assertThat(status.processes()).hasSize(1));
      assertThat(statuses.stream().map(status -> status.processes().get(0).pid()).distinct())
          .hasSize(JOBS);
      Host.await(() -> ownThreads() - threads < FEW && descriptors() - descriptors < FEW);
      upstart.job("job0").stop(Environment.EMPTY, Wait.FOREVER);
      assertThat(upstart.job("job0").instances()).isEmpty();
    }
  }

  @Test
  void anEndIsHeardOfWhileOthersWaitToBeStarted() {
    JobFile sleep = JobFile.parse("stop on go\nexec sleep 1000\n");
    try (EmbeddedUpstart upstart = many().job("ending", sleep).build()) {
      upstart.job("ending").start(Environment.EMPTY, Wait.FOREVER);
      CompletableFuture<Long> started = new CompletableFuture<>();
      upstart.subscribe(
          new UpstartListener() {
            @Override
            public void instanceRemoved(String job, String instance) {
              if (job.equals("ending")) {
                started.complete(withProcess(upstart.statuses()));
              }
            }
          });

      upstart.emit(Event.of("go"), Wait.FOREVER);

      assertThat(started).succeedsWithin(60, TimeUnit.SECONDS, LONG).isLessThan((long) JOBS);
      assertThat(withProcess(upstart.statuses())).isEqualTo(JOBS);
    }
  }

  private static EmbeddedUpstartBuilder many() {
    EmbeddedUpstartBuilder builder = EmbeddedUpstart.builder();
    for (int i = 0; i < JOBS; i++) {
      builder.job("job" + i, JobFile.parse("start on go\nexec sleep 1000\n"));
    }
    return builder;
  }

  private static long withProcess(List<JobStatus> statuses) {
    return statuses.stream().filter(status -> !status.processes().isEmpty()).count();
  }

  /** All threads but those of the JDK, which waits for each child with one of its own. */
  private static int ownThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !thread.getName().startsWith("process reaper"))
            .count();
  }

  private static int descriptors() {
    return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
  }
}
