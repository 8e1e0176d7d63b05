package org.upstart4j.fleet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that never returns holds up nobody for long. */
@Timeout(60)
class CrewTest {

  private static final Duration LIMIT = Duration.ofMillis(50);

  private final FleetThreads threads = new FleetThreads();
  private final Crew crew = new Crew(threads, 1, LIMIT);
  private final CountDownLatch never = new CountDownLatch(1);
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @AfterEach
  void end() {
    never.countDown();
    threads.close();
  }

  @Test
  void workThatNeverReturnsIsLate() throws InterruptedException {
    add(this::hang);

    assertThat(told.take()).isEqualTo("LATE");
  }

  @Test
  void workIsDoneAfterWorkThatNeverReturns() throws InterruptedException {
    add(this::hang);
    add(() -> "done");

    assertThat(told.take()).isEqualTo("LATE");
    assertThat(told.take()).isEqualTo("done");
  }

  @Test
  void whatIsAddedWhenAllThreadsAreLostIsGivenUp() throws InterruptedException {
    loseAll();

    for (int i = 0; i < 3; i++) {
      add(() -> "done");
      assertThat(told.take()).isEqualTo("NO_THREAD_LEFT");
    }
  }

  @Test
  void whatIsAddedAfterALostThreadHasReturnedIsDone() throws InterruptedException {
    loseAll();
    never.countDown();
    String first;
    do {
      add(() -> "done");
      first = told.take();
    } while (first.equals("NO_THREAD_LEFT"));

    assertThat(first).isEqualTo("done");
  }

  /** Half of the threads that may be lost are those of the crew, half those that replace them. */
  private void loseAll() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      add(this::hang);
      assertThat(told.take()).isEqualTo("LATE");
    }
  }

  private void add(Work work) {
    crew.<String>add(work::result, Unfinished::name, told::add);
  }

  private String hang() {
    while (true) {
      try {
        never.await();
        return "returned";
      } catch (InterruptedException ignored) {
        Thread.onSpinWait();
      }
    }
  }

  /** What a crew does. */
  private interface Work {
    String result();
  }
}
