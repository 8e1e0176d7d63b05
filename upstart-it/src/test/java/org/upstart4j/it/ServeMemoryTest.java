package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.upstart4j.dbus.DbusUpstart;

/**
 * What {@code upstart serve} takes of the machine's memory, with the options that its launcher
 * gives to Java. {@code -Dupstart.soak} sets how many seconds it is kept busy.
 */
@Isolated("a busy machine makes its clients wait")
class ServeMemoryTest {

  private static final int JOBS = 2_000;
  private static final int CLIENTS = 8;
  private static final int FEWEST_ROUNDS = 4;
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("upstart.soak", 10));

  /** Megabytes that two thousand jobs and the program may take together. */
  private static final long LIMIT = 80;

  /** Megabytes by which code that is compiled, and memory in reserve, may differ. */
  private static final long SOME = 30;

  @TempDir Path folder;

  @Test
  void twoThousandJobsAndTwoListsTakeLittle() throws IOException {
    jobs(JOBS);
    try (Served served = Served.in(folder);
        DbusUpstart client = DbusUpstart.at(served.address())) {
      assertThat(client.statuses()).hasSize(JOBS);
      assertThat(client.statuses()).hasSize(JOBS);

      assertThat(served.resident()).isLessThanOrEqualTo(LIMIT);
    }
  }

  @Test
  void fiveTimesAsManyJobsFitToo() throws IOException {
    jobs(5 * JOBS);
    try (Served served = Served.in(folder);
        DbusUpstart client = DbusUpstart.at(served.address())) {
      assertThat(client.statuses()).hasSize(5 * JOBS);
    }
  }

  @Test
  void itDoesNotGrowWhileClientsComeAndGo() throws Exception {
    jobs(JOBS);
    try (Served served = Served.in(folder)) {
      List<Long> resident = new ArrayList<>();
      long begun = System.nanoTime();
      while (resident.size() < FEWEST_ROUNDS || System.nanoTime() - begun < TIME.toNanos()) {
        SoakRound.run(CLIENTS, folder.resolve("init"), served.address(), resident.size());
        resident.add(served.resident());
      }
      System.out.printf("soak: megabytes after each round %s%n", resident);
      int half = resident.size() / 2;
      long early =
          resident.subList(0, half).stream().mapToLong(Long::longValue).max().orElseThrow();
      assertThat(resident.get(resident.size() - 1)).isLessThan(early + SOME);
    }
  }

  private void jobs(int count) throws IOException {
    Files.createDirectories(folder.resolve("init"));
    for (int i = 0; i < count; i++) {
      Served.job(folder, "job-" + i, "start on event-" + i + "\nexec sleep 1000\n");
    }
  }
}
