package org.upstart4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration AGES = Duration.ofSeconds(Long.MAX_VALUE);

  private final CompletableFuture<String> result = new CompletableFuture<>();
  private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

  @AfterEach
  void leaveNoInterruption() {
    assertThat(Thread.interrupted()).as("an interruption is left over").isFalse();
  }

  private static Deadline deadline(Duration limit) {
    return Deadline.of(Wait.atMost(limit));
  }

  private static void assertLate(Duration limit, ThrowingCallable call) {
    assertThatExceptionOfType(UpstartTimeoutException.class)
        .isThrownBy(call)
        .withMessage(
            "Timed out after %s s while waiting for the start of web"
                .formatted(limit.isZero() ? "0" : "0.001"))
        .satisfies(late -> assertThat(late.limit()).isEqualTo(limit));
  }

  private static void assertInterrupted(ThrowingCallable call) {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(UpstartInterruptedException.class)
        .isThrownBy(call)
        .withMessage("Interrupted while waiting for the start of web");
    assertThat(Thread.interrupted()).as("the thread is still interrupted").isTrue();
  }

  @Test
  void itWaitsUnlessNoWaitWasAskedFor() {
    assertThat(Deadline.of(Wait.NO_WAIT).waits()).isFalse();
    assertThat(Deadline.of(Wait.FOREVER).waits()).isTrue();
    assertThat(deadline(Duration.ZERO).waits()).isTrue();
  }

  @Test
  void whatHasNoLimitIsNeverUsedUp() {
    assertThat(Deadline.of(Wait.NO_WAIT).remaining()).isSameAs(Wait.NO_WAIT);
    assertThat(Deadline.of(Wait.FOREVER).remaining()).isSameAs(Wait.FOREVER);
  }

  @Test
  void whatIsLeftOfALimitGetsLessAndEndsAtNothing() {
    Deadline hour = deadline(Duration.ofHours(1));

    Duration earlier = hour.remaining().limit().orElseThrow();
    Duration later = hour.remaining().limit().orElseThrow();

    assertThat(earlier).isLessThanOrEqualTo(Duration.ofHours(1));
    assertThat(later).isPositive().isLessThanOrEqualTo(earlier);
    assertThat(deadline(Duration.ZERO).remaining().limit()).contains(Duration.ZERO);
  }

  @Test
  void aResultThatIsThereIsReturnedEvenWithNoTimeLeft() {
    result.complete("done");

    assertThat(deadline(Duration.ZERO).await(result, "the start of web")).isEqualTo("done");
    assertThat(Deadline.of(Wait.FOREVER).await(result, "the start of web")).isEqualTo("done");
  }

  @Test
  void aLimitThatLastsForAgesIsOne() {
    CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> "done");

    assertThat(deadline(AGES).await(later, "the start of web")).isEqualTo("done");
  }

  @Test
  void aResultThatDoesNotComeInTimeIsATimeout() {
    assertLate(SHORT, () -> deadline(SHORT).await(result, "the start of web"));
    assertLate(Duration.ZERO, () -> deadline(Duration.ZERO).await(result, "the start of web"));
  }

  @Test
  void anInterruptionEndsTheWaitForAResult() {
    assertInterrupted(() -> Deadline.of(Wait.FOREVER).await(result, "the start of web"));
    assertInterrupted(() -> deadline(AGES).await(result, "the start of web"));
  }

  @Test
  void aFailedResultIsThrownWithTheWaitingThreadInItsTrace() throws Exception {
    UnknownJobException failure =
        CompletableFuture.supplyAsync(() -> new UnknownJobException("nope")).get();
    result.completeExceptionally(failure);

    UnknownJobException thrown =
        catchThrowableOfType(
            UnknownJobException.class,
            () -> Deadline.of(Wait.FOREVER).await(result, "the start of web"));

    assertThat(thrown).isSameAs(failure);
    assertThat(thrown.getStackTrace())
        .extracting(StackTraceElement::getClassName)
        .contains(DeadlineTest.class.getName());
  }

  @Test
  void otherFailuresAreThrownAsTheyAreIfTheyCanBe() {
    IllegalStateException unchecked = new IllegalStateException();
    IOException checked = new IOException();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                Deadline.of(Wait.FOREVER)
                    .await(CompletableFuture.failedFuture(unchecked), "the start of web"))
        .isSameAs(unchecked);
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(
            () ->
                Deadline.of(Wait.FOREVER)
                    .await(CompletableFuture.failedFuture(checked), "the start of web"))
        .withCause(checked);
  }

  @Test
  void anElementThatIsThereIsTakenEvenWithNoTimeLeft() {
    queue.addAll(java.util.List.of("a", "b", "c"));

    assertThat(Deadline.of(Wait.NO_WAIT).poll(queue, "the start of web")).isEqualTo("a");
    assertThat(deadline(Duration.ZERO).poll(queue, "the start of web")).isEqualTo("b");
    assertThat(Deadline.of(Wait.FOREVER).poll(queue, "the start of web")).isEqualTo("c");
  }

  @Test
  void anElementThatDoesNotComeInTimeIsATimeout() {
    assertLate(Duration.ZERO, () -> Deadline.of(Wait.NO_WAIT).poll(queue, "the start of web"));
    assertLate(SHORT, () -> deadline(SHORT).poll(queue, "the start of web"));
  }

  @Test
  void anInterruptionEndsTheWaitForAnElement() {
    assertInterrupted(() -> Deadline.of(Wait.FOREVER).poll(queue, "the start of web"));
    assertInterrupted(() -> deadline(AGES).poll(queue, "the start of web"));
  }

  @Test
  void aPauseIsNoLongerThanWhatIsLeft() {
    Deadline deadline = deadline(SHORT);

    assertThatCode(() -> deadline(AGES).sleep(SHORT, "the start of web"))
        .doesNotThrowAnyException();
    assertLate(
        SHORT,
        () -> {
          while (true) {
            deadline.sleep(Duration.ofHours(1), "the start of web");
          }
        });
  }

  @Test
  void aPauseWithNoTimeLeftIsATimeout() {
    assertLate(Duration.ZERO, () -> Deadline.of(Wait.NO_WAIT).sleep(SHORT, "the start of web"));
    assertLate(Duration.ZERO, () -> deadline(Duration.ZERO).sleep(SHORT, "the start of web"));
  }

  @Test
  void aPauseOfNothingIsOverAtOnce() {
    assertThatCode(() -> Deadline.of(Wait.FOREVER).sleep(Duration.ZERO, "the start of web"))
        .doesNotThrowAnyException();
    assertThatCode(() -> deadline(AGES).sleep(Duration.ZERO, "the start of web"))
        .doesNotThrowAnyException();
  }

  @Test
  void anInterruptionEndsAPause() {
    assertInterrupted(
        () -> Deadline.of(Wait.FOREVER).sleep(Duration.ofHours(1), "the start of web"));
  }
}
