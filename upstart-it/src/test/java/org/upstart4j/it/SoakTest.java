package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;

/**
 * Many clients do random things for a long time: {@code -Dupstart.soak} sets how many seconds. They
 * come and go in rounds, and what is left after each round does not grow.
 */
@Isolated("it counts what the JVM has")
class SoakTest {

  private static final int CLIENTS = 16;
  private static final int FEWEST_ROUNDS = 4;
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("upstart.soak", 10));

  /** Idle threads of pools come and go: fewer than one per client and round. */
  private static final int SOME_THREADS = 3 * CLIENTS;

  private static final int SOME_DESCRIPTORS = 10;
  private static final long SOME_MEMORY = 4_000_000;

  @TempDir Path folder;

  /** What a JVM uses. */
  private record Usage(long threads, long descriptors, long memory) {

    static Usage now() throws IOException {
      try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
        return new Usage(Thread.activeCount(), descriptors.count(), usedMemory());
      }
    }

    private static long usedMemory() {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < 5; i++) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
      }
      return least;
    }
  }

  @Test
  void manyClientsLoseNothingAndLeaveNothingBehind() throws Exception {
    String address = "unix:abstract=/upstart-it/" + UUID.randomUUID();
    List<Usage> usages = new ArrayList<>();
    long begun = System.nanoTime();
    try (EmbeddedUpstart engine = EmbeddedUpstart.builder().folder(folder).build();
        UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address)) {
      while (usages.size() <= FEWEST_ROUNDS || System.nanoTime() - begun < TIME.toNanos()) {
        SoakRound.run(CLIENTS, folder, address, usages.size());
        usages.add(Usage.now());
      }
      assertThat(engine.statuses())
          .isNotEmpty()
          .allMatch(status -> status.toString().endsWith("stop/waiting"));
    }
    assertSteady(usages, Usage::threads, SOME_THREADS);
    assertSteady(usages, Usage::descriptors, SOME_DESCRIPTORS);
    assertSteady(usages, Usage::memory, SOME_MEMORY);
    System.out.printf(
        "soak: %d rounds, from %s to %s%n",
        usages.size(), usages.get(0), usages.get(usages.size() - 1));
  }

  /**
   * Compares the minimum of the last quarter of the rounds with the maximum of the first quarter.
   */
  private static void assertSteady(List<Usage> usages, ToLongFunction<Usage> kind, long some) {
    int quarter = Math.max(1, usages.size() / 4);
    List<Usage> last = usages.subList(usages.size() - quarter, usages.size());
    long most = usages.subList(0, quarter).stream().mapToLong(kind).max().orElseThrow();
    long least = last.stream().mapToLong(kind).min().orElseThrow();
    assertThat(least).as("%s", usages).isLessThan(most + some);
  }
}
