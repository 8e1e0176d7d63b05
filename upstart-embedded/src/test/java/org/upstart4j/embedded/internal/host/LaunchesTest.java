package org.upstart4j.embedded.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.embedded.internal.host.Launches.Work;
import org.upstart4j.embedded.internal.thread.DaemonThreads;

class LaunchesTest {

  private static final long PATIENCE_SECONDS = 60;
  private static final long LONG_MILLIS = TimeUnit.DAYS.toMillis(1);

  private final ExecutorService workers = DaemonThreads.pool("test-launch");
  private final Watch watch = new Watch();
  private final CountDownLatch answer = new CountDownLatch(1);

  @AfterEach
  void close() {
    answer.countDown();
    watch.close();
    workers.shutdown();
  }

  /** A launch, and what becomes of it. */
  private final class Launch implements Work {

    private final boolean hangs;
    private final CountDownLatch launched = new CountDownLatch(1);
    private final CountDownLatch givenUp = new CountDownLatch(1);

    private Launch(boolean hangs) {
      this.hangs = hangs;
    }

    @Override
    public Runnable launch() {
      try {
        if (hangs) {
          answer.await();
        }
        launched.countDown();
        return () -> {};
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void giveUp() {
      givenUp.countDown();
    }
  }

  private static boolean comes(CountDownLatch latch) throws InterruptedException {
    return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private List<Launch> hanging(Launches launches, int count) {
    List<Launch> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Launch hanging = new Launch(true);
      all.add(hanging);
      launches.add(hanging);
    }
    return all;
  }

  @Test
  void thoseThatHangAreGivenUpAndKeepTheOthersWaitingOnlyUntilThen() throws InterruptedException {
    Launches launches = new Launches(workers, watch, 20);
    List<Launch> hanging = hanging(launches, Launches.AT_ONCE);
    Launch next = new Launch(false);
    launches.add(next);

    assertThat(comes(next.launched)).isTrue();
    for (Launch each : hanging) {
      assertThat(comes(each.givenUp)).isTrue();
    }
  }

  @Test
  void whereAllHangTheOthersAreGivenUpTooUntilOneGoesOn() throws InterruptedException {
    Launches launches = new Launches(workers, watch, 20);
    int most = Launches.AT_ONCE + Launches.MOST_SLOW;
    for (Launch each : hanging(launches, most + 10)) {
      assertThat(comes(each.givenUp)).isTrue();
    }
    Launch tooMany = new Launch(false);
    launches.add(tooMany);
    assertThat(comes(tooMany.givenUp)).isTrue();

    answer.countDown();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    boolean launched = false;
    while (!launched && System.nanoTime() < deadline) {
      Launch after = new Launch(false);
      launches.add(after);
      launched = after.launched.await(10, TimeUnit.MILLISECONDS);
    }
    assertThat(launched).isTrue();
  }

  @Test
  void howLaunchesWentIsToldInTheOrderInWhichTheyBegan() throws InterruptedException {
    Launches launches = new Launches(workers, watch, LONG_MILLIS, LONG_MILLIS);
    List<Integer> order = new CopyOnWriteArrayList<>();
    List<CountDownLatch> turns = List.of(new CountDownLatch(1), new CountDownLatch(1));
    CountDownLatch all = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      int number = i;
      launches.add(
          new Work() {
            @Override
            public Runnable launch() {
              // the last one ends first
              if (number < turns.size()) {
                assertThat(uninterrupted(turns.get(number))).isTrue();
              }
              if (number > 0) {
                turns.get(number - 1).countDown();
              }
              return () -> {
                order.add(number);
                all.countDown();
              };
            }

            @Override
            public void giveUp() {}
          });
    }

    assertThat(comes(all)).isTrue();
    assertThat(order).containsExactly(0, 1, 2);
  }

  @Test
  void aNewClientComesAfterTheLaunchesThatHaveBegun() throws InterruptedException {
    Launches launches = new Launches(workers, watch, LONG_MILLIS, LONG_MILLIS);
    List<String> order = new CopyOnWriteArrayList<>();
    launches.add(
        new Work() {
          @Override
          public Runnable launch() {
            assertThat(uninterrupted(answer)).isTrue();
            return () -> order.add("runs");
          }

          @Override
          public void giveUp() {}
        });

    watch.after(20, answer::countDown);
    launches.awaitBegun(TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
    order.add("asks");

    assertThat(order).containsExactly("runs", "asks");
  }

  @Test
  void aNewClientDoesNotWaitForLaunchesThatHang() {
    Launches launches = new Launches(workers, watch, LONG_MILLIS, LONG_MILLIS);
    hanging(launches, 1);

    launches.awaitBegun(TimeUnit.MILLISECONDS.toNanos(1));

    assertThat(answer.getCount()).isOne();
  }

  private static boolean uninterrupted(CountDownLatch latch) {
    try {
      return comes(latch);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
