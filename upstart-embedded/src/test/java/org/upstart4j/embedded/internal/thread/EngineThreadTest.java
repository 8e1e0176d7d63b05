package org.upstart4j.embedded.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
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
