package org.upstart4j.fleet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.upstart4j.Deadline;
import org.upstart4j.Wait;

/** Hosts of tests, and what hangs on them. */
final class Hosts {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private Hosts() {}

  /** Returns hosts called h1, h2 and so on. */
  static List<Host> many(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> Host.of("h" + i)).toList();
  }

  /** Waits until a latch is open, whoever interrupts. */
  static void hang(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException ignored) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until a condition holds. */
  static void eventually(BooleanSupplier condition, String what) {
    Deadline deadline = Deadline.of(Wait.atMost(PATIENCE));
    while (!condition.getAsBoolean()) {
      deadline.sleep(Duration.ofMillis(5), what);
    }
  }
}
