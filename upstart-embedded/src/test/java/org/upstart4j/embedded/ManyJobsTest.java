package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
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
    EmbeddedUpstart.Builder builder = EmbeddedUpstart.builder();
    for (int i = 0; i < JOBS; i++) {
      builder.job("job" + i, JobFile.parse("start on go\nexec sleep 1000\n"));
    }
    try (EmbeddedUpstart upstart = builder.build()) {
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
