package org.upstart4j.embedded.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.upstart4j.Event;

class EventQueueTest {

  private final List<String> order = new ArrayList<>();
  private final Map<String, Consumer<LiveEvent>> whenHandled = new HashMap<>();
  private final EventQueue queue =
      new EventQueue(event -> true, event -> order.add("finished " + event));

  private void handle(LiveEvent event) {
    order.add("handled " + event.name());
    whenHandled.getOrDefault(event.name(), ignored -> {}).accept(event);
  }

  private LiveEvent emit(String name) {
    return queue.emit(Event.of(name));
  }

  @Test
  void eventsAreHandledAndFinishedInTheOrderInWhichTheyWereEmitted() {
    emit("a");
    emit("b");
    assertThat(order).isEmpty();

    queue.poll(this::handle);

    assertThat(order).containsExactly("handled a", "finished a", "handled b", "finished b");
    assertThat(queue.isIdle()).isTrue();
    assertThat(queue.all()).isEmpty();
  }

  @Test
  void anEventThatIsEmittedMeanwhileComesAfterAllOthers() {
    whenHandled.put("a", event -> emit("c"));
    emit("a");
    emit("b");

    queue.poll(this::handle);

    assertThat(order)
        .containsExactly(
            "handled a", "finished a", "handled b", "finished b", "handled c", "finished c");
  }

  @Test
  void aBlockedEventIsFinishedWhenItsLastBlockerLetsGo() {
    whenHandled.put(
        "a",
        event -> {
          event.block();
          event.block();
        });
    LiveEvent a = emit("a");
    queue.poll(this::handle);
    assertThat(order).containsExactly("handled a");
    assertThat(queue.all()).containsExactly(a);
    assertThat(queue.isIdle()).isTrue();

    a.unblock();
    queue.poll(this::handle);
    assertThat(order).containsExactly("handled a");

    a.unblock();
    assertThat(queue.isIdle()).isFalse();
    queue.poll(this::handle);
    assertThat(order).containsExactly("handled a", "finished a");
  }

  @Test
  void anEventThatIsLetGoWhileALaterOneIsHandledIsFinishedInTheNextRound() {
    whenHandled.put("a", LiveEvent::block);
    LiveEvent a = emit("a");
    queue.poll(this::handle);
    whenHandled.put("b", event -> a.unblock());
    emit("b");
    emit("c");

    queue.poll(this::handle);

    assertThat(order)
        .containsExactly(
            "handled a", "handled b", "finished b", "handled c", "finished c", "finished a");
  }

  @Test
  void aBlockThatIsTakenBackBeforeTheHandlingEndsNothing() {
    LiveEvent a = emit("a");
    a.block();
    a.unblock();

    queue.poll(this::handle);

    assertThat(order).containsExactly("handled a", "finished a");
  }

  @Test
  void aFailedEventIsFollowedByOneThatSaysSo() {
    LiveEvent a = queue.emit(Event.of("a").with("X", 1));
    a.fail();

    queue.poll(this::handle);

    assertThat(order)
        .containsExactly(
            "handled a", "finished a X=1", "handled a/failed", "finished a/failed X=1");
  }

  @Test
  void aFailedFailureIsNotFollowedByAnother() {
    emit("a/failed").fail();
    emit("/failed").fail();
    emit("failed").fail();

    queue.poll(this::handle);

    assertThat(order)
        .containsExactly(
            "handled a/failed",
            "finished a/failed",
            "handled /failed",
            "finished /failed",
            "handled failed",
            "finished failed",
            "handled failed/failed",
            "finished failed/failed");
  }

  @Test
  void whoWaitsForAnEventIsAnsweredBeforeAnybodyIsTold() {
    LiveEvent a = emit("a");
    a.whenFinished(event -> order.add("first answered"));
    a.whenFinished(
        event -> {
          order.add("second answered");
          emit("b");
        });
    a.fail();

    queue.poll(this::handle);

    assertThat(order)
        .containsExactly(
            "handled a",
            "first answered",
            "second answered",
            "finished a",
            "handled b",
            "finished b",
            "handled a/failed",
            "finished a/failed");
  }

  @Test
  void aLongChainOfEventsIsNoProblem() {
    whenHandled.put(
        "a",
        event ->
            event.whenFinished(
                finished -> {
                  if (order.size() < 200_000) {
                    emit("a");
                  }
                }));
    emit("a");

    queue.poll(this::handle);

    assertThat(order).hasSizeGreaterThanOrEqualTo(200_000);
    assertThat(queue.isIdle()).isTrue();
  }
}
