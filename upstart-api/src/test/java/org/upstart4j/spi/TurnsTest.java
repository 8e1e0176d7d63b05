package org.upstart4j.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {

  private final Turns turns = new Turns();
  private final List<Object> done = Collections.synchronizedList(new ArrayList<>());

  /** Waits until all that was given so far is done. */
  private void end() {
    CompletableFuture.runAsync(() -> {}, turns).join();
  }

  @Test
  void eachPieceIsDoneAfterTheOneBefore() {
    List<Object> numbers = new ArrayList<>(IntStream.range(0, 10_000).boxed().toList());
    numbers.forEach(number -> turns.execute(() -> done.add(number)));

    end();
    assertThat(done).isEqualTo(numbers);
  }

  @Test
  void aFailureIsNoneOfTheNext() {
    turns.execute(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {});
          throw new IllegalStateException();
        });
    turns.execute(() -> done.add("next"));

    end();
    assertThat(done).containsExactly("next");
  }

  @Test
  void nothingIsDoneBeforeWhatIsAwaited() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    turns.execute(() -> turns.await(answer, (value, failure) -> done.add(value)));
    turns.execute(() -> done.add("next"));
    CompletableFuture<Void> last = CompletableFuture.runAsync(() -> {}, turns);
    assertThat(last).isNotDone();

    answer.complete("answer");
    last.join();

    assertThat(done).containsExactly("answer", "next");
  }

  @Test
  void whatIsThereAlreadyIsNotWaitedForAndAFailureIsTakenToo() {
    IllegalStateException failure = new IllegalStateException();
    turns.execute(
        () ->
            turns.await(
                CompletableFuture.failedFuture(failure), (value, thrown) -> done.add(thrown)));

    end();
    assertThat(done).containsExactly(failure);
  }

  @Test
  void theEndDropsWhatHasNotBegunAndInterruptsTheRest() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    turns.execute(
        () -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException end) {
            interrupted.countDown();
          }
        });
    turns.execute(() -> done.add("dropped"));
    begun.await();

    turns.close();

    interrupted.await();
    assertThatThrownBy(() -> turns.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(done).isEmpty();
  }

  @Test
  void aPieceMayEndAll() {
    CompletableFuture<Boolean> isInterrupted = new CompletableFuture<>();
    turns.execute(
        () -> {
          turns.close();
          isInterrupted.complete(Thread.currentThread().isInterrupted());
        });

    assertThat(isInterrupted.join()).isFalse();
  }
}
