package org.upstart4j.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Subscription;
import org.upstart4j.UpstartListener;

class ListenersTest {

  private static final int SECONDS = 60;

  private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
  private final Listeners listeners = new Listeners(failures::add, 3);

  @AfterEach
  void close() {
    listeners.close();
  }

  /** Takes down what it hears; a job called {@code wait} keeps it until it is released. */
  private static final class Hearer implements UpstartListener {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public void jobAdded(String job) {
      heard.add(job);
      if (job.equals("wait")) {
        busy.countDown();
        await(released);
      }
    }

    @Override
    public void missed(long count) {
      heard.add("missed " + count);
    }

    String next() throws InterruptedException {
      return heard.poll(SECONDS, TimeUnit.SECONDS);
    }

    List<String> next(int count) throws InterruptedException {
      List<String> next = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        next.add(next());
      }
      return next;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void tell(String... jobs) {
    for (String job : jobs) {
      listeners.tell(listener -> listener.jobAdded(job));
    }
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void everyListenerHearsAllInItsOrder() throws InterruptedException {
    Hearer one = new Hearer();
    Hearer other = new Hearer();
    try (Subscription first = listeners.add(one);
        Subscription second = listeners.add(other)) {
      for (int i = 0; i < 50; i++) {
        tell("a" + i, "b" + i);

        assertThat(one.next(2)).containsExactly("a" + i, "b" + i);
        assertThat(other.next(2)).containsExactly("a" + i, "b" + i);
      }
    }
  }

  @Test
  void aListenerHearsNothingOfWhatWasBefore() throws InterruptedException {
    Hearer hearer = new Hearer();
    tell("before");

    try (Subscription subscription = listeners.add(hearer)) {
      tell("after");

      assertThat(hearer.next()).isEqualTo("after");
    }
  }

  @Test
  void aSlowListenerDelaysNobody() throws InterruptedException {
    Hearer slow = new Hearer();
    Hearer quick = new Hearer();
    try (Subscription first = listeners.add(slow);
        Subscription second = listeners.add(quick)) {
      tell("wait");
      await(slow.busy);
      quick.released.countDown();

      tell("next");

      assertThat(quick.next(2)).containsExactly("wait", "next");
      assertThat(slow.next()).isEqualTo("wait");
      assertThat(slow.heard).isEmpty();
      slow.released.countDown();
      assertThat(slow.next()).isEqualTo("next");
    }
  }

  @Test
  void listenersThatWaitDelayNobodyHoweverManyTheyAre() throws InterruptedException {
    List<Hearer> slow = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      slow.add(new Hearer());
      listeners.add(slow.get(i));
    }
    Hearer quick = new Hearer();
    quick.released.countDown();
    listeners.add(quick);

    tell("wait", "next");

    assertThat(quick.next(2)).containsExactly("wait", "next");
    slow.forEach(hearer -> hearer.released.countDown());
    for (Hearer hearer : slow) {
      assertThat(hearer.next(2)).containsExactly("wait", "next");
    }
  }

  @Test
  void whatOverflowsIsCountedAndTheCountIsHeardInItsPlace() throws InterruptedException {
    Hearer hearer = new Hearer();
    try (Subscription subscription = listeners.add(hearer)) {
      tell("wait");
      await(hearer.busy);
      tell("1", "2", "3", "lost", "lost");
      hearer.released.countDown();

      assertThat(hearer.next(5)).containsExactly("wait", "1", "2", "3", "missed 2");
      tell("next");
      assertThat(hearer.next()).isEqualTo("next");
    }
  }

  @Test
  void theCountIsHeardBeforeWhatComesAfterTheGap() throws InterruptedException {
    Hearer hearer = new Hearer();
    CountDownLatch secondWait = new CountDownLatch(1);
    CountDownLatch secondBusy = new CountDownLatch(1);
    try (Subscription subscription = listeners.add(hearer)) {
      tell("wait");
      await(hearer.busy);
      listeners.tell(
          listener -> {
            secondBusy.countDown();
            await(secondWait);
          });
      tell("1", "2", "lost");
      hearer.released.countDown();
      await(secondBusy);
      tell("after");
      secondWait.countDown();

      assertThat(hearer.next(5)).containsExactly("wait", "1", "2", "missed 1", "after");
    }
  }

  @Test
  void whatAListenerThrowsIsToldAndItHearsTheRest() throws InterruptedException {
    Hearer hearer = new Hearer();
    RuntimeException unchecked = new IllegalStateException();
    Error error = new AssertionError();
    try (Subscription subscription = listeners.add(hearer)) {
      listeners.tell(
          listener -> {
            throw unchecked;
          });
      listeners.tell(
          listener -> {
            throw error;
          });
      tell("next");

      assertThat(hearer.next()).isEqualTo("next");
      assertThat(failures).containsExactly(unchecked, error);
    }
  }

  @Test
  void nothingIsHeardAfterTheEndOfASubscription() throws InterruptedException {
    Hearer hearer = new Hearer();
    Subscription subscription = listeners.add(hearer);
    tell("before");
    assertThat(hearer.next()).isEqualTo("before");

    subscription.close();
    subscription.close();
    tell("after");

    assertThat(hearer.heard).isEmpty();
    assertThat(listeners.isEmpty()).isTrue();
  }

  @Test
  void theEndOfASubscriptionWaitsForTheCallThatIsUnderWayAndDropsTheRest()
      throws InterruptedException {
    Hearer hearer = new Hearer();
    Subscription subscription = listeners.add(hearer);
    List<String> order = java.util.Collections.synchronizedList(new ArrayList<>());
    tell("wait", "dropped");
    await(hearer.busy);
    listeners.tell(listener -> order.add("dropped too"));

    Thread closer =
        start(
            () -> {
              subscription.close();
              order.add("closed");
            });
    // the closer has taken the listener off before it waits
    while (!listeners.isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(order).isEmpty();
    hearer.released.countDown();
    join(closer);

    assertThat(order).containsExactly("closed");
    assertThat(hearer.heard).containsExactly("wait");
  }

  @Test
  void aListenerMayEndItsOwnSubscription() throws InterruptedException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    AtomicReference<Subscription> subscription = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    UpstartListener listener =
        new UpstartListener() {
          @Override
          public void jobAdded(String job) {
            await(known);
            subscription.get().close();
            heard.add(job);
          }
        };
    subscription.set(listeners.add(listener));
    tell("first", "second");

    known.countDown();

    assertThat(heard.poll(SECONDS, TimeUnit.SECONDS)).isEqualTo("first");
    // waits for the call that is under way
    subscription.get().close();
    assertThat(heard).isEmpty();
    assertThat(listeners.isEmpty()).isTrue();
  }

  @Test
  void aListenerThatInterruptsItsThreadEndsItsSubscription() throws InterruptedException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    Subscription subscription =
        listeners.add(
            new UpstartListener() {
              @Override
              public void jobAdded(String job) {
                heard.add(job);
                Thread.currentThread().interrupt();
              }
            });

    tell("a", "b");
    while (!listeners.isEmpty()) {
      Thread.onSpinWait();
    }
    subscription.close();

    assertThat(heard).containsExactly("a");
  }

  @Test
  void aCloserThatIsInterruptedStaysSo() throws InterruptedException {
    Hearer hearer = new Hearer();
    Subscription subscription = listeners.add(hearer);
    tell("wait");
    await(hearer.busy);

    Thread.currentThread().interrupt();
    subscription.close();

    assertThat(Thread.interrupted()).isTrue();
    hearer.released.countDown();
  }

  @Test
  void theEndOfAllWaitsForNobodyAndDropsNothing() throws InterruptedException {
    Hearer hearer = new Hearer();
    Subscription subscription = listeners.add(hearer);
    tell("wait", "told before");
    await(hearer.busy);

    listeners.close();
    tell("told after");
    hearer.released.countDown();

    assertThat(listeners.isEmpty()).isTrue();
    assertThat(hearer.next(2)).containsExactly("wait", "told before");
    subscription.close();
    assertThat(hearer.heard).isEmpty();
  }

  @Test
  void aListenerMayEndAll() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Consumer<UpstartListener> end =
        listener -> {
          listeners.close();
          ended.countDown();
        };
    Subscription subscription = listeners.add(new UpstartListener() {});

    listeners.tell(end);
    await(ended);

    subscription.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void anEmptyListTellsNobody() {
    assertThat(listeners.isEmpty()).isTrue();

    tell("nobody");

    assertThat(failures).isEmpty();
  }

  @Test
  void aDirectListenerHearsOnTheThreadThatTellsAtTheMomentItTells() {
    List<String> heard = new ArrayList<>();
    Thread here = Thread.currentThread();
    Subscription subscription =
        listeners.addDirect(
            new UpstartListener() {
              @Override
              public void jobAdded(String job) {
                assertThat(Thread.currentThread()).isSameAs(here);
                heard.add(job);
                if (job.equals("bad")) {
                  throw new IllegalStateException(job);
                }
              }
            });

    tell("a", "bad", "b");
    assertThat(heard).containsExactly("a", "bad", "b");
    assertThat(failures).singleElement().asString().contains("bad");
    assertThat(listeners.isEmpty()).isFalse();

    subscription.close();
    tell("c");
    assertThat(heard).hasSize(3);
    assertThat(listeners.isEmpty()).isTrue();
  }

  @Test
  void aDirectListenerHearsNothingAfterTheEndOfAll() {
    List<String> heard = new ArrayList<>();
    listeners.addDirect(
        new UpstartListener() {
          @Override
          public void jobAdded(String job) {
            heard.add(job);
          }
        });

    listeners.close();
    tell("late");

    assertThat(heard).isEmpty();
  }
}
