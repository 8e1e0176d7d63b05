package org.upstart4j.embedded.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.UpstartUnavailableException;

class EngineThreadTest {

  private final List<String> order = new CopyOnWriteArrayList<>();
  private volatile boolean pending;
  private final EngineThread thread = new EngineThread(new Inbox(), new Polls());

  private final class Polls implements EngineThread.Events {

    @Override
    public void poll() {
      order.add("poll");
      pending = false;
    }

    @Override
    public boolean hasPending() {
      return pending;
    }
  }

  @AfterEach
  void close() {
    thread.close();
  }

  @Test
  void whatIsPostedBeforeTheStartIsDoneAfterItInItsOrder() {
    thread.post(() -> order.add("first"));
    thread.post(() -> order.add("second"));
    assertThat(order).isEmpty();

    thread.start();
    thread.settle();

    assertThat(order).startsWith("first", "poll", "second", "poll");
  }

  @Test
  void aCommandThatEmitsNothingLeavesTheEventsToTheNextTurn() {
    thread.postCommand(() -> order.add("command"));
    thread.post(() -> order.add("next"));

    thread.start();
    thread.settle();

    assertThat(order).startsWith("poll", "command", "next", "poll");
  }

  @Test
  void theEventsThatACommandEmitsAreGoneThroughInItsTurn() {
    thread.postCommand(
        () -> {
          order.add("command");
          pending = true;
        });
    thread.post(() -> order.add("next"));

    thread.start();
    thread.settle();

    assertThat(order).startsWith("poll", "command", "poll", "next", "poll");
  }

  /** The thread still has the turn for a moment when it says that it has settled. */
  private void awaitRest() {
    AtomicReference<Thread> taker = new AtomicReference<>();
    for (int tries = 0; taker.get() != Thread.currentThread(); tries++) {
      assertThat(tries).as("tries to have the turn").isLessThan(100_000);
      thread.settle();
      thread.takeCommand(() -> taker.set(Thread.currentThread()));
    }
  }

  @Test
  void aCommandIsTakenOnTheCallersThreadWhileNothingIsUnderWay() {
    thread.start();
    awaitRest();
    List<Object> seen = new ArrayList<>();

    thread.takeCommand(() -> seen.addAll(List.of(Thread.currentThread(), thread.isCurrent())));

    assertThat(seen).containsExactly(Thread.currentThread(), true);
    assertThat(thread.isCurrent()).isFalse();
  }

  @Test
  void aCommandThatIsTakenEndsItsTurnAsOneThatIsPosted() {
    thread.start();
    awaitRest();
    order.clear();

    thread.takeCommand(() -> order.add("quiet"));
    thread.takeCommand(
        () -> {
          order.add("emits");
          pending = true;
        });

    assertThat(order).containsExactly("poll", "quiet", "poll", "emits", "poll");
  }

  @Test
  void aCommandComesAfterAllThatWasPostedBefore() {
    thread.start();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    thread.post(() -> order.add(await(busy, go)));
    await(new CountDownLatch(0), busy);
    thread.post(() -> order.add("second"));

    thread.takeCommand(() -> order.add("third"));
    assertThat(order).doesNotContain("second", "third");
    go.countDown();
    thread.settle();

    order.removeIf("poll"::equals);
    assertThat(order).containsExactly("first", "second", "third");
  }

  /** Says that it is there, and waits for a sign. */
  private static String await(CountDownLatch here, CountDownLatch sign) {
    here.countDown();
    try {
      sign.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return "first";
  }

  @Test
  void manyThreadsWithCommandsAndPostsNeverHaveTheTurnTogetherAndKeepTheirOrder()
      throws InterruptedException {
    thread.start();
    List<List<Integer>> done = new ArrayList<>();
    AtomicInteger within = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<Integer> mine = new ArrayList<>();
      done.add(mine);
      threads.add(
          new Thread(
              () -> {
                for (int n = 0; n < 2000; n++) {
                  int number = n;
                  Runnable work =
                      () -> {
                        most.accumulateAndGet(within.incrementAndGet(), Math::max);
                        mine.add(number);
                        within.decrementAndGet();
                      };
                  if (n % 5 == 0) {
                    thread.post(work);
                  } else {
                    thread.takeCommand(work);
                  }
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread one : threads) {
      one.join();
    }
    thread.settle();

    assertThat(most).hasValue(1);
    assertThat(done).allMatch(IntStream.range(0, 2000).boxed().toList()::equals);
  }

  @Test
  void aFaultOfACommandDoesNotReachTheThreadThatTookIt() {
    thread.start();

    thread.takeCommand(
        () -> {
          throw new AssertionError("broken");
        });

    assertThat(thread.submit(() -> "goes on").join()).isEqualTo("goes on");
    assertThat(thread.lastFault()).hasMessage("broken");
  }

  @Test
  void aCommandOfTheThreadItselfWaitsForTheNextTurn() {
    thread.start();

    thread
        .submit(
            () -> {
              thread.takeCommand(() -> order.add("command"));
              return order.add("turn");
            })
        .join();
    thread.settle();

    order.removeIf("poll"::equals);
    assertThat(order).containsExactly("turn", "command");
  }

  @Test
  void noCommandIsTakenOnceTheThreadIsClosed() {
    thread.start();
    thread.close();

    thread.takeCommand(() -> order.add("late"));

    assertThat(order).doesNotContain("late");
  }

  @Test
  void theThreadItselfDoesAtOnceWhatItSubmits() {
    thread.start();

    String done =
        thread.submit(() -> thread.isCurrent() + " " + thread.submit(() -> "now").join()).join();

    assertThat(done).isEqualTo("true now");
    assertThat(thread.isCurrent()).isFalse();
  }

  @Test
  void aFaultFailsItsReplyAndTheThreadGoesOn() {
    thread.start();

    CompletableFuture<String> failed =
        thread.submit(
            () -> {
              throw new AssertionError("broken");
            });

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(failed::join)
        .withRootCauseInstanceOf(AssertionError.class);
    assertThat(thread.submit(() -> "goes on").join()).isEqualTo("goes on");
    assertThat(thread.lastFault()).hasMessage("broken");
  }

  @Test
  void theCloseFailsTheRepliesThatAreAwaitedAndAllLaterOnes() {
    thread.start();
    CompletableFuture<String> awaited = thread.submitAndWait(reply -> order.add("taken"));
    thread.settle();

    assertThat(thread.close()).isTrue();
    assertThat(thread.close()).isFalse();

    assertThat(thread.isClosed()).isTrue();
    for (CompletableFuture<String> reply : List.of(awaited, thread.submit(() -> "late"))) {
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(reply::join)
          .withCauseInstanceOf(UpstartUnavailableException.class);
    }
  }

  @Test
  void aThreadThatWasNeverStartedCanBeClosed() {
    assertThat(thread.close()).isTrue();
  }
}
