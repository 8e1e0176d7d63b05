package org.upstart4j.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedThreadsTest {

  private final SharedThreads threads = new SharedThreads(3);

  private CompletableFuture<Thread> thread() {
    return CompletableFuture.supplyAsync(Thread::currentThread, threads);
  }

  private CompletableFuture<Void> waiting(CountDownLatch end) {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Void> work =
        CompletableFuture.runAsync(
            () -> {
              begun.countDown();
              await(end);
            },
            threads);
    await(begun);
    return work;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void fewThreadsDoMuchWork() {
    Set<Thread> all = ConcurrentHashMap.newKeySet();
    List<CompletableFuture<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      work.add(thread().thenApply(all::add));
    }
    work.forEach(CompletableFuture::join);

    // more only if this machine let none of them go on for a while
    assertThat(all.size()).isLessThan(20);
    assertThat(all).allMatch(Thread::isDaemon);
  }

  @Test
  void aThreadIsAddedWhileAllOthersWait() {
    CountDownLatch end = new CountDownLatch(1);
    List<CompletableFuture<Void>> waiting = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      waiting.add(waiting(end));
    }

    assertThat(thread().join()).isNotNull();
    end.countDown();
    waiting.forEach(CompletableFuture::join);
  }

  @Test
  void aThreadThatIsFreeTakesWhatComes() {
    Set<Thread> all = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 100; i++) {
      all.add(thread().join());
    }

    assertThat(all.size()).isLessThan(20);
  }

  @Test
  void whatWorkThrowsAndItsInterruptsEndWithIt() {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    IllegalStateException failure = new IllegalStateException();
    SharedThreads one = new SharedThreads(1);
    one.execute(
        () -> {
          Thread.currentThread()
              .setUncaughtExceptionHandler((thread, uncaught) -> thrown.complete(uncaught));
          Thread.currentThread().interrupt();
          throw failure;
        });

    CompletableFuture<Boolean> next = CompletableFuture.supplyAsync(Thread::interrupted, one);

    assertThat(thrown.join()).isSameAs(failure);
    assertThat(next.join()).isFalse();
  }
}
