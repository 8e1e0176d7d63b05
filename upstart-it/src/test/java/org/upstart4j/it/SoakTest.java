package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;

/**
 * Many clients at random, for a long time: {@code -Dupstart.soak} says for how many seconds. They
 * come and go in rounds, and after each there is no more of anything than after the first ones.
 */
class SoakTest {

  private static final int CLIENTS = 16;
  private static final int ROUNDS_TO_WARM_UP = 3;
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("upstart.soak", 20));

  /** What comes and goes in any JVM: far less than one for each client of two rounds. */
  private static final int SOME = 10;

  private static final long SOME_MEMORY = 4_000_000;

  @TempDir Path folder;

  /** What a JVM has. */
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
      while (usages.size() <= ROUNDS_TO_WARM_UP || System.nanoTime() - begun < TIME.toNanos()) {
        round(address, usages.size());
        usages.add(Usage.now());
      }
      assertThat(engine.statuses()).allMatch(status -> status.toString().endsWith("stop/waiting"));
    }
    Usage early = usages.get(ROUNDS_TO_WARM_UP - 1);
    Usage late = usages.get(usages.size() - 1);
    assertThat(late.threads()).as("%s", usages).isLessThan(early.threads() + SOME);
    assertThat(late.descriptors()).as("%s", usages).isLessThan(early.descriptors() + SOME);
    assertThat(late.memory()).as("%s", usages).isLessThan(early.memory() + SOME_MEMORY);
    System.out.printf("soak: %d rounds, from %s to %s%n", usages.size(), early, late);
  }

  private void round(String address, int number) throws Exception {
    CyclicBarrier together = new CyclicBarrier(CLIENTS);
    Set<String> emitted = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        SoakClient client = new SoakClient(folder, i, number, together, emitted);
        clients.add(
            threads.submit(
                () -> {
                  client.run(address);
                  return null;
                }));
      }
      for (Future<?> client : clients) {
        client.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
