package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.Job;
import org.upstart4j.State;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;

/** Listeners disturb neither each other nor callers. */
public interface SubscriptionContract extends UpstartContract {

  @Test
  default void aClosedSubscriptionHearsNothing(Trial trial) throws Exception {
    Heard closed = new Heard();
    trial.upstart().subscribe(closed).close();
    List<String> before = closed.lines();
    Heard heard = trial.listen();
    Event event = trial.event();

    trial.upstart().emit(event);

    heard.until("event " + event.name());
    assertThat(closed.lines()).isEqualTo(before);
  }

  @Test
  default void closingASubscriptionTwiceDoesNoHarm(Trial trial) {
    Subscription subscription = trial.upstart().subscribe(new Heard());

    subscription.close();
    subscription.close();
  }

  @Test
  default void aSlowListenerDelaysNobody(Trial trial) throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Heard slow =
        new Heard() {
          @Override
          synchronized void add(String line) {
            awaitQuietly(end);
            super.add(line);
          }
        };
    Event event = trial.event();
    try (Subscription subscription = trial.upstart().subscribe(slow)) {
      Heard heard = trial.listen();
      Job job = trial.job("start on " + event.name(), SERVICE);
      trial.upstart().emit(event);
      job.stop();
      heard.until("instance removed " + job.name());
      end.countDown();
      slow.until("instance removed " + job.name());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  default void aListenerThatThrowsGoesOnListening(Trial trial) throws Exception {
    Heard heard =
        new Heard() {
          @Override
          synchronized void add(String line) {
            super.add(line);
            throw new IllegalStateException("thrown by a listener of a test, on purpose");
          }
        };
    Event one = trial.event();
    Event two = trial.event();
    try (Subscription subscription = trial.upstart().subscribe(heard)) {
      trial.upstart().emit(one);
      trial.upstart().emit(two);
      heard.until("event " + one.name());
      heard.until("event " + two.name());
    }
  }

  @Test
  default void aListenerMayEndItsOwnSubscription(Trial trial) throws Exception {
    CompletableFuture<Subscription> own = new CompletableFuture<>();
    CountDownLatch ended = new CountDownLatch(1);
    Event event = trial.event();
    UpstartListener listener =
        new UpstartListener() {
          @Override
          public void eventEmitted(Event emitted) {
            if (emitted.equals(event)) {
              own.join().close();
              ended.countDown();
            }
          }
        };
    own.complete(trial.upstart().subscribe(listener));

    trial.upstart().emit(event);

    assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  default void aListenerMayAskAndCommand(Trial trial) throws Exception {
    Upstart upstart = trial.upstart();
    String first = trial.job(SERVICE).name();
    Job second = trial.job(SERVICE);
    UpstartListener listener =
        new UpstartListener() {
          @Override
          public void stateChanged(String job, String instance, State state) {
            if (job.equals(first) && state.equals(State.RUNNING)) {
              assertThat(upstart.job(job).status().isRunning()).isTrue();
              second.start();
            }
          }
        };
    try (Subscription subscription = upstart.subscribe(listener)) {
      upstart.job(first).start();
      second.await(Goal.START, State.RUNNING, Trial.PATIENCE);
    }
  }

  @Test
  default void allListenersHearTheSameInTheSameOrder(Trial trial) throws Exception {
    List<Heard> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(trial.listen());
    }
    Job job = trial.job(SERVICE);
    job.start();
    job.restart();
    job.stop();

    String last = "event stopped JOB=" + job.name() + " INSTANCE= RESULT=ok";
    List<String> one = all.get(0).about(job.name(), last);
    for (Heard other : all) {
      assertThat(other.about(job.name(), last)).isEqualTo(one);
    }
  }

  @Test
  default void aListenerIsCalledByOneThreadAtATimeThatIsNoCallers(Trial trial) throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    AtomicInteger inside = new AtomicInteger();
    AtomicBoolean together = new AtomicBoolean();
    Heard heard =
        new Heard() {
          // without the lock, or two threads at once would not be seen
          @SuppressWarnings("UnsynchronizedOverridesSynchronized")
          @Override
          void add(String line) {
            together.compareAndSet(false, inside.getAndIncrement() > 0);
            threads.add(Thread.currentThread());
            super.add(line);
            inside.decrementAndGet();
          }
        };
    Event event = trial.event();
    try (Subscription subscription = trial.upstart().subscribe(heard)) {
      trial.job("start on " + event.name(), SERVICE);
      trial.upstart().emit(event);
      heard.until("event " + event.name());
    }
    assertThat(threads).isNotEmpty().doesNotContain(Thread.currentThread());
    assertThat(together).isFalse();
  }

  @Test
  default void awaitingSeesAStateThatAJobOnlyPassesThrough(Trial trial) throws Exception {
    Job job = trial.job(SERVICE);
    Future<?> seen = TrialThreads.start(() -> job.await(Goal.START, State.SPAWNED, Trial.PATIENCE));

    while (!seen.isDone()) {
      job.start();
      job.stop();
    }
    seen.get();
  }

  @Test
  default void closingAnUpstartEndsItsSubscriptions(Trial trial) throws Exception {
    Upstart upstart = trial.fixture().closeable();
    Heard closed = new Heard();
    Subscription subscription = upstart.subscribe(closed);
    Event event = trial.event();

    upstart.close();

    if (upstart != trial.upstart()) {
      Heard heard = trial.listen();
      trial.upstart().emit(event);
      heard.until("event " + event.name());
    }
    assertThat(closed.lines()).doesNotContain("event " + event.name());
    subscription.close();
  }
}
